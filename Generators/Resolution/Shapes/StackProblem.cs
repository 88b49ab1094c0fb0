using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary.Blocks;

namespace Repro.Generators.Resolution.Shapes;

/// <summary>A part that does not fit.</summary>
/// <param name="Part">The part to report: the layer itself, or the named block that contains it.</param>
/// <param name="Path">Its place in the architecture: <c>encoder[4].conv</c>.</param>
/// <param name="Text">Why it does not fit, or the limit if there are too many.</param>
/// <param name="Trail">The shapes before it.</param>
/// <param name="Heir">Where the architecture stands that inherits the part from another, if one does.</param>
/// <param name="IsInside">Whether it is in a block or a repeat, so that its place in the file does not identify it.</param>
/// <param name="IsTooMany">Whether it exceeds the limit on layers.</param>
internal sealed record StackProblem(
    PlacedPart Part, string Path, string Text, Trail Trail, Place? Heir = null, bool IsInside = false, bool IsTooMany = false);
