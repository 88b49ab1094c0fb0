using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary.Blocks;

namespace Repro.Generators.Resolution.Shapes;

/// <summary>A part that does not fit.</summary>
/// <param name="Part">The part to report it at: the layer itself, or the block of the file that holds it.</param>
/// <param name="Path">Its place in the architecture: <c>encoder[4].conv</c>.</param>
/// <param name="Text">Why it does not fit; of one too many, how many there can be.</param>
/// <param name="Trail">The shapes before it.</param>
/// <param name="Heir">Where the architecture stands that inherits the part from another, if one does.</param>
/// <param name="IsInside">Whether it is in a block or a repeat, so that the place it is reported at does not say which one it is.</param>
/// <param name="IsTooMany">Whether it is just one too many.</param>
internal sealed record StackProblem(
    PlacedPart Part, string Path, string Text, Trail Trail, Place? Heir = null, bool IsInside = false, bool IsTooMany = false);
