using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>Adds pixels around an image: a constant, the mirrored image, the repeated border or the repeated image.</summary>
internal sealed record Pad(Borders Size, PaddingMode Mode, decimal Value) : Layer("pad")
{
    private static readonly Key<Borders> SizeKey = Key.Required(
        "size", Extents.Borders, "Pixels at all four sides, or [left, right, top, bottom].", "1");

    private static readonly Key<string> ModeKey = Key.Optional(
        "mode",
        PaddingMode.OfPad,
        "constant",
        "What is added: a constant, the image mirrored at its border, the border repeated, or the image repeated.",
        "reflect");

    private static readonly Key<decimal> ValueKey = Key.Optional("value", Ranges.AnyNumber, "0", "The constant.", "1");

    public static readonly Definition<Part> Definition = new(
        "pad",
        "More pixels around a feature map: feature map → size + both sides.",
        [SizeKey, ModeKey, ValueKey],
        settings => new Pad(settings.Get(SizeKey), PaddingMode.Named(settings.Get(ModeKey)), settings.Get(ValueKey)),
        Shorthand: SizeKey);

    public override string Noun => $"{Mode.Name} padding ({Size})";

    public override string Spec => $"pad size={Size} mode={Mode.Name} value={Value.Canonical()}";

    public override OutputRange Range => OutputRange.OfInput;

    public override string? Module(Shape input) => null;

    public override ShapeResult Infer(Shape input)
    {
        if (!input.IsMap)
        {
            return Problems.NeedsMap(input);
        }

        var largest = new Extent(Math.Max(Size.Top, Size.Bottom), Math.Max(Size.Left, Size.Right));
        return Mode.Problem(input, largest) is { } problem
            ? problem
            : Shape.Map(input.Channels, input.Height + Size.Top + Size.Bottom, input.Width + Size.Left + Size.Right);
    }

    public override string Create(Shape input) => "";

    public override string Apply(string field, string variable, Shape input) =>
        Invariant($"{GlobalNames.Nn}.functional.pad({variable}, ({Size.Left}, {Size.Right}, {Size.Top}, {Size.Bottom})")
        + (Mode != PaddingMode.Constant ? $", mode: {Mode.Code}" : Value == 0 ? "" : $", value: {Value.Canonical()}")
        + ")";
}
