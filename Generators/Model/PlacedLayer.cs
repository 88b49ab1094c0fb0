using Repro.Generators.Diagnostics;
using Repro.Generators.Layers;

namespace Repro.Generators.Model;

/// <summary>A layer and where it stands.</summary>
internal sealed record PlacedLayer(Layer Layer, Place Place);
