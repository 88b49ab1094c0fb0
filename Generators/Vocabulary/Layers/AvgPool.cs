using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>The mean of each window of an image, or its sum over a given divisor. Padding counts as zeros unless it is left out.</summary>
internal sealed record AvgPool(Windows Windows, bool CountsPadding, long? Divisor) : Layer("avg_pool")
{
    private static readonly Key<long> KernelKey = Key.Required("kernel", Ranges.Step, "Height and width of a window.", "2");

    private static readonly Key<long> StrideKey = Key.Optional(
        "stride", Ranges.Step, "The distance between windows; by default the size of the kernel.", "2");

    private static readonly Key<long> PaddingKey = Key.Optional(
        "padding", Ranges.Padding, "0", "Rows and columns on each side of the feature map, at most half the kernel.", "1");

    private static readonly Key<bool> CeilKey = Key.Optional(
        "ceil_mode", new Truth(), "false", "Whether the last window may reach beyond the feature map.", "true");

    private static readonly Key<bool> CountsKey = Key.Optional(
        "count_include_pad", new Truth(), "true", "Whether padding counts as zeros in the mean.", "false");

    private static readonly Key<long> DivisorKey = Key.Optional(
        "divisor", Ranges.Count, "The divisor of sums, in place of the number of values.", "4");

    public static readonly Definition<Part> Definition = new(
        "avg_pool",
        "The mean of each window: feature map → ⌊(size + 2·padding − kernel) / stride⌋ + 1.",
        [KernelKey, StrideKey, PaddingKey, CeilKey, CountsKey, DivisorKey],
        Of,
        Shorthand: KernelKey);

    public override string Noun => $"average pooling ({Windows.Noun})";

    public override string Spec =>
        $"avg_pool {Windows.Spec} count_include_pad={(CountsPadding ? "true" : "false")}"
        + (Divisor is { } divisor ? Invariant($" divisor={divisor}") : "");

    public override OutputRange Range => OutputRange.OfInput;

    public override string Module(Shape input) => "AvgPool2d";

    public override ShapeResult Infer(Shape input) => Windows.Infer(input);

    public override string Create(Shape input) =>
        $"{GlobalNames.Nn}.AvgPool2d({Windows.Code}"
        + (CountsPadding ? "" : ", count_include_pad: false")
        + (Divisor is { } divisor ? Invariant($", divisor_override: {divisor}") : "")
        + ")";

    private static AvgPool Of(Settings settings)
    {
        var kernel = settings.Get(KernelKey);
        var stride = settings.Find(StrideKey)?.Value ?? kernel;
        var windows = new Windows(kernel, stride, settings.Get(PaddingKey), Dilation: 1, settings.Get(CeilKey));
        return new(windows, settings.Get(CountsKey), settings.Find(DivisorKey)?.Value);
    }
}
