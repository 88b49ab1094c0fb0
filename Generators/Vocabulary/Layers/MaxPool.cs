using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>The largest value of each window of an image.</summary>
internal sealed record MaxPool(Windows Windows) : Layer("max_pool")
{
    private static readonly Key<long> KernelKey = Key.Required("kernel", Ranges.Step, "Height and width of a window.", "2");

    private static readonly Key<long> StrideKey = Key.Optional(
        "stride", Ranges.Step, "The distance between windows; by default the size of the kernel.", "2");

    private static readonly Key<long> PaddingKey = Key.Optional(
        "padding", Ranges.Padding, "0", "Rows and columns on each side of the feature map, at most half the kernel.", "1");

    private static readonly Key<long> DilationKey = Key.Optional(
        "dilation", Ranges.Step, "1", "From one row or column of a window to the next.", "2");

    private static readonly Key<bool> CeilKey = Key.Optional(
        "ceil_mode", new Truth(), "false", "Whether the last window may reach beyond the feature map.", "true");

    public static readonly Definition<Part> Definition = new(
        "max_pool",
        "The largest value of each window: feature map → ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.",
        [KernelKey, StrideKey, PaddingKey, DilationKey, CeilKey],
        Of,
        Shorthand: KernelKey);

    public override string Noun => $"max pooling ({Windows.Noun})";

    public override string Spec => $"max_pool {Windows.Spec}";

    public override OutputRange Range => OutputRange.OfInput;

    public override string Module(Shape input) => "MaxPool2d";

    public override ShapeResult Infer(Shape input) => Windows.Infer(input);

    public override string Create(Shape input) => $"{GlobalNames.Nn}.MaxPool2d({Windows.Code})";

    private static MaxPool Of(Settings settings)
    {
        var kernel = settings.Get(KernelKey);
        var stride = settings.Find(StrideKey)?.Value ?? kernel;
        return new(new Windows(kernel, stride, settings.Get(PaddingKey), settings.Get(DilationKey), settings.Get(CeilKey)));
    }
}
