using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary.Layers;

namespace Repro.Generators.Vocabulary.Blocks;

/// <summary>An item of an encoder or a decoder.</summary>
/// <param name="Part">The layer or block.</param>
/// <param name="Text">Its text in the file.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Heir">The place of the architecture that inherits it; <c>null</c> without one.</param>
internal sealed record PlacedPart(Part Part, string Text, Place Place, Place? Heir = null);
