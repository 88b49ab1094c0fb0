using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

/// <summary>
/// Resamples columns, then rows. Every sum is taken in ascending order in double precision, with no fused or vector operation,
/// so that the result has the same bits on every machine.
/// </summary>
internal sealed class WeightedResize
{
    private const int Channels = 4;

    private readonly bool premultiply;
    private readonly int top;
    private readonly int left;
    private readonly ResizeKernel[] rows;
    private readonly ResizeKernel[] columns;

    /// <param name="sampler">What weighs the pixels.</param>
    /// <param name="source">The size of the source.</param>
    /// <param name="result">The size of the result.</param>
    /// <param name="target">Where in the result the whole source comes to lie; what falls outside is not computed.</param>
    /// <param name="premultiply">Whether colours count in proportion to their alpha.</param>
    internal WeightedResize(IResampler sampler, Size source, Size result, Rectangle target, bool premultiply)
    {
        this.premultiply = premultiply;
        top = Math.Max(0, target.Y);
        left = Math.Max(0, target.X);
        rows = ResizeKernel.Build(
            sampler, source.Height, target.Height, top - target.Y, Math.Min(result.Height, target.Bottom) - target.Y);
        columns = ResizeKernel.Build(
            sampler, source.Width, target.Width, left - target.X, Math.Min(result.Width, target.Right) - target.X);
    }

    internal void Apply<TPixel>(Image<TPixel> source, Image<TPixel> result)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        double[][] narrowed = ResampleColumns(source);
        var sums = new double[Channels * columns.Length];
        for (int y = 0; y < rows.Length; y++)
        {
            Array.Clear(sums);
            for (int j = 0; j < rows[y].Weights.Length; j++)
            {
                AddWeighted(narrowed[rows[y].Start + j], rows[y].Weights[j], sums);
            }

            Span<TPixel> to = result.Row(top + y).Slice(left, columns.Length);
            for (int x = 0; x < to.Length; x++)
            {
                to[x].FromRgba32(ToPixel(sums.AsSpan(Channels * x, Channels)));
            }
        }
    }

    private double[][] ResampleColumns(Image source)
    {
        PixelMemory.ThrowIfOverLimit(columns.Length, source.Height, Channels * sizeof(double));
        var narrowed = new double[source.Height][];
        var pixels = new Rgba32[source.Width];
        var values = new double[Channels * source.Width];
        for (int y = 0; y < narrowed.Length; y++)
        {
            source.ReadRow(y, pixels);
            for (int x = 0; x < pixels.Length; x++)
            {
                FromPixel(pixels[x], values.AsSpan(Channels * x, Channels));
            }

            narrowed[y] = new double[Channels * columns.Length];
            for (int x = 0; x < columns.Length; x++)
            {
                Span<double> sum = narrowed[y].AsSpan(Channels * x, Channels);
                for (int j = 0; j < columns[x].Weights.Length; j++)
                {
                    AddWeighted(values.AsSpan(Channels * (columns[x].Start + j), Channels), columns[x].Weights[j], sum);
                }
            }
        }

        return narrowed;
    }

    private static void AddWeighted(ReadOnlySpan<double> values, double weight, Span<double> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += values[i] * weight;
        }
    }

    private void FromPixel(Rgba32 pixel, Span<double> values)
    {
        double factor = premultiply ? pixel.A / 255.0 : 1;
        values[0] = pixel.R * factor;
        values[1] = pixel.G * factor;
        values[2] = pixel.B * factor;
        values[3] = pixel.A;
    }

    private Rgba32 ToPixel(ReadOnlySpan<double> values)
    {
        if (premultiply && values[3] <= 0)
        {
            return default;
        }

        double divisor = premultiply ? values[3] / 255.0 : 1;
        return new Rgba32(
            Compositing.ToByte(values[0] / divisor),
            Compositing.ToByte(values[1] / divisor),
            Compositing.ToByte(values[2] / divisor),
            Compositing.ToByte(values[3]));
    }
}
