using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>The windows that a pooling layer slides over an image, the same in both directions.</summary>
internal sealed record Windows(long Kernel, long Stride, long Padding, long Dilation, bool Ceil)
{
    public string Noun =>
        Invariant($"kernel {Kernel}, stride {Stride}")
        + (Padding == 0 ? "" : Invariant($", padding {Padding}"))
        + (Dilation == 1 ? "" : Invariant($", dilation {Dilation}"));

    public string Spec =>
        Invariant($"kernel={Kernel} stride={Stride} padding={Padding} dilation={Dilation} ceil_mode={(Ceil ? "true" : "false")}");

    /// <summary>The arguments of the factories.</summary>
    public string Code =>
        Invariant($"{Kernel}, stride: {Stride}")
        + (Padding == 0 ? "" : Invariant($", padding: {Padding}"))
        + (Dilation == 1 ? "" : Invariant($", dilation: {Dilation}"))
        + (Ceil ? ", ceil_mode: true" : "");

    public ShapeResult Infer(Shape input)
    {
        if (!input.IsMap)
        {
            return Problems.NeedsMap(input);
        }

        if (Padding > Kernel / 2)
        {
            return Invariant($"padding {Padding} must be at most half of kernel {Kernel}");
        }

        var (height, width) = (Count(input.Height), Count(input.Width));
        return height < 1 || width < 1 || AnyEmpty(input.Height, height) || AnyEmpty(input.Width, width)
            ? Problems.DoesNotFit(
                Invariant($"kernel {Kernel}") + (Dilation == 1 ? "" : Invariant($" with dilation {Dilation}")), input,
                Extent.Square(Padding))
            : Shape.Map(input.Channels, height, width);
    }

    /// <summary>
    /// ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1; rounded up with ceil mode, where the last window must start inside
    /// the image.
    /// </summary>
    private long Count(long size)
    {
        var room = size + (2 * Padding) - (Dilation * (Kernel - 1)) - 1;
        if (room < 0)
        {
            return 0;
        }

        var count = ((room + (Ceil ? Stride - 1 : 0)) / Stride) + 1;
        return Ceil && (count - 1) * Stride >= size + Padding ? count - 1 : count;
    }

    /// <summary>Whether a window covers only padding, as a dilated one can.</summary>
    private bool AnyEmpty(long size, long count)
    {
        for (var window = 0L; window < count; window++)
        {
            var start = (window * Stride) - Padding;
            var skipped = start < 0 ? (-start + Dilation - 1) / Dilation : 0;
            if (skipped >= Kernel || start + (skipped * Dilation) >= size)
            {
                return true;
            }
        }

        return false;
    }
}
