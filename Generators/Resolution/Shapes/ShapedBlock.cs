using Repro.Generators.Common;
using Repro.Generators.Vocabulary.Layers;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Resolution.Shapes;

/// <summary>Several parts in one class: a named block or a residual block.</summary>
/// <param name="Field">Its field.</param>
/// <param name="Text">Its text in the file.</param>
/// <param name="Path">The path of keys to it in the file.</param>
/// <param name="Class">Its class, nested in that of the architecture. Equal blocks share one.</param>
/// <param name="Of">The name of the block; <c>null</c> for a residual one.</param>
/// <param name="Input">The shape before it.</param>
/// <param name="Output">The shape after it.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Shortcut">
/// The layers that a residual block applies to its input before the sum; empty when it adds the input itself.
/// </param>
internal sealed record ShapedBlock(
    string Field,
    string Text,
    string Path,
    string Class,
    string? Of,
    Shape Input,
    Shape Output,
    EquatableArray<ShapedPart> Parts,
    EquatableArray<ShapedPart> Shortcut) : ShapedPart(Field, Text, Path, Input, Output)
{
    public bool IsResidual => Of is null;

    public override string Name => Of ?? "residual";

    public override string Module => Class;

    public override string Create => "new()";

    public override OutputRange Range => IsResidual ? OutputRange.Unbounded : OutputRanges.Of(Parts);

    /// <summary>A named block is the sequence of its layers.</summary>
    public override IEnumerable<string> Spec => IsResidual
        ? [.. Lines(Parts).Prepend("residual"), .. Shortcut.Count == 0 ? [] : Lines(Shortcut).Prepend("shortcut"), "sum"]
        : Lines(Parts);

    public override IEnumerable<ShapedLayer> Layers => Parts.Concat(Shortcut).SelectMany(part => part.Layers);

    public override string Apply(string variable) => $"{Field}.call({variable})";

    private static IEnumerable<string> Lines(EquatableArray<ShapedPart> parts) => parts.SelectMany(part => part.Spec);
}
