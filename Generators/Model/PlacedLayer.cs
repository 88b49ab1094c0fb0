using Repro.Generators.Diagnostics;
using Repro.Generators.Layers;

namespace Repro.Generators.Model;

/// <summary>A layer of an architecture.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Heir">Where the architecture stands that inherits it from another, if one does.</param>
internal sealed record PlacedLayer(Layer Layer, Place Place, Place? Heir = null);
