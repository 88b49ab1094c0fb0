using Repro.Generators.Model;

namespace Repro.Generators.Optimizers;

/// <summary>How an optimizer is read from the file.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Read">Reads its arguments; <c>null</c> when something is wrong with them, which is reported.</param>
internal sealed record OptimizerDefinition(string Name, Func<MappingReader, Optimizer?> Read);
