namespace Repro.Generators.Vocabulary.Optimizers;

/// <summary>A setting of an optimizer in the run class.</summary>
/// <param name="Name">The constant's name.</param>
/// <param name="Argument">Its argument of torch's factory.</param>
/// <param name="Description">Its description.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Value">Its value as a C# literal.</param>
internal sealed record OptimizerConstant(string Name, string Argument, string Description, string Type, string Value);
