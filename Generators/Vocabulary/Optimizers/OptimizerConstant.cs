namespace Repro.Generators.Vocabulary.Optimizers;

/// <summary>A setting of an optimizer in the run class.</summary>
/// <param name="Name">The constant's name.</param>
/// <param name="Argument">The argument of torch's factory that it is given as.</param>
/// <param name="Description">What it is.</param>
/// <param name="Type">Its type in C#.</param>
/// <param name="Value">Its value as a literal of C#.</param>
internal sealed record OptimizerConstant(string Name, string Argument, string Description, string Type, string Value);
