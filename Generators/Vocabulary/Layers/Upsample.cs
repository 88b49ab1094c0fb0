using System.Globalization;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>An image of another size: a given one, or ⌊size · scale⌋.</summary>
/// <param name="Size">The size, or <c>null</c> when a scale is given.</param>
/// <param name="Scale">The scale, or <c>null</c> when a size is given.</param>
/// <param name="Mode"><c>nearest</c> or <c>bilinear</c>.</param>
/// <param name="AlignCorners">Whether the corner pixels of both images coincide; bilinear only.</param>
internal sealed record Upsample(Extent? Size, decimal? Scale, string Mode, bool AlignCorners) : Layer("upsample")
{
    private const string Bilinear = "bilinear";

    private static readonly Key<Extent> SizeKey = Key.Optional("size", Extents.Sizes, "Height and width of the output.", "[16, 16]");

    private static readonly Key<decimal> ScaleKey = Key.Optional("scale", Ranges.Scale, "The factor of height and width.", "2");

    private static readonly Key<string> ModeKey = Key.Optional(
        "mode", new OneOf("nearest", Bilinear), "nearest", "Whether a pixel is the nearest one or a mean of four.", "bilinear");

    private static readonly Key<bool> AlignKey = Key.Optional(
        "align_corners", new Truth(), "false", "Whether the corner pixels of both images coincide; bilinear only.", "true");

    public static readonly Definition<Part> Definition = new(
        "upsample",
        "A feature map of another size: feature map → size, or ⌊size · scale⌋.",
        [SizeKey, ScaleKey, ModeKey, AlignKey],
        settings =>
            new Upsample(settings.Find(SizeKey)?.Value, settings.Find(ScaleKey)?.Value, settings.Get(ModeKey), settings.Get(AlignKey)),
        Shorthand: ScaleKey);

    public override string Noun => $"{Mode} upsampling {(Size is { } size ? $"to {size}" : $"by {Scale!.Value.Short()}")}";

    public override string Spec =>
        $"upsample {(Size is { } size ? $"size={size}" : $"scale={Scale!.Value.Canonical()}")} mode={Mode}" + (
            AlignCorners ? " align_corners=true" : "");

    public override OutputRange Range => OutputRange.OfInput;

    public override string Module(Shape input) => "Upsample";

    public override ShapeResult Infer(Shape input)
    {
        if (!input.IsMap)
        {
            return Problems.NeedsMap(input);
        }

        if (Size is null == Scale is null)
        {
            return $"it must be given either size or scale, and has {(Size is null ? "neither" : "both")}";
        }

        if (Mode != Bilinear && AlignCorners)
        {
            return "align_corners has no meaning for mode nearest; leave it out";
        }

        var (height, width) = Size is { } size ? (size.Height, size.Width) : (Scaled(input.Height), Scaled(input.Width));
        return height < 1 || width < 1
            ? $"scale {Scale!.Value.Canonical()} leaves nothing of {input.Area}"
            : Shape.Map(input.Channels, height, width);
    }

    public override string Create(Shape input) =>
        $"{GlobalNames.Nn}.Upsample("
        + (Size is { } size
            ? Invariant($"size: [{size.Height}, {size.Width}]")
            : $"scale_factor: [{Scale!.Value.Canonical()}, {Scale!.Value.Canonical()}]")
        + $", mode: {GlobalNames.UpsampleMode}.{(Mode == Bilinear ? "Bilinear" : "Nearest")}"
        + (AlignCorners ? ", align_corners: true" : "")
        + ")";

    /// <summary>In double, as the engine computes it.</summary>
    private long Scaled(long size) =>
        (long)Math.Floor(size * double.Parse(Scale!.Value.Canonical(), NumberStyles.Float, CultureInfo.InvariantCulture));
}
