using Repro.Generators.Model;

namespace Repro.Generators.Layers;

/// <summary>How a layer is read from the file.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Read">Reads its arguments; <c>null</c> when something is wrong with them, which is reported.</param>
/// <param name="Shorthand">The argument that may stand alone: <c>leaky_relu: 0.2</c> means <c>leaky_relu: { slope: 0.2 }</c>.</param>
internal sealed record LayerDefinition(string Name, Func<MappingReader, Layer?> Read, string? Shorthand = null);
