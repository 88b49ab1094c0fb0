using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary.Layers;

namespace Repro.Generators.Vocabulary.Blocks;

/// <summary>An item of an encoder or a decoder.</summary>
/// <param name="Part">The layer or block.</param>
/// <param name="Text">How the file writes it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Heir">Where the architecture stands that inherits it from another, if one does.</param>
internal sealed record PlacedPart(Part Part, string Text, Place Place, Place? Heir = null);
