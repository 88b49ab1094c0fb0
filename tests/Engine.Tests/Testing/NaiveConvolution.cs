namespace Repro.Engine.Tests.Testing;

/// <summary>
/// Convolutions as the contract states them (rule 2), number by number on row-major arrays. Large is the side a kernel slides over, small
/// the other one: a convolution goes from large to small, a transposed one from small to large.
/// </summary>
internal sealed record NaiveConvolution(
    int Images, int LargeChannels, int LargeRows, int LargeColumns, int SmallChannels, int KernelRows, int KernelColumns,
    (int Row, int Column) Stride, (int Row, int Column) Padding, (int Row, int Column) Dilation)
{
    public int SmallRows => ((LargeRows + (2 * Padding.Row) - (Dilation.Row * (KernelRows - 1)) - 1) / Stride.Row) + 1;

    public int SmallColumns => ((LargeColumns + (2 * Padding.Column) - (Dilation.Column * (KernelColumns - 1)) - 1) / Stride.Column) + 1;

    public int SmallCount => Images * SmallChannels * SmallRows * SmallColumns;

    public int LargeCount => Images * LargeChannels * LargeRows * LargeColumns;

    public int KernelCount => SmallChannels * LargeChannels * KernelRows * KernelColumns;

    /// <summary>The convolution: kernel row, kernel column, channel of the large side, in this order; padding counts as +0.</summary>
    public float[] ToSmall(float[] large, float[] kernel, float[]? bias)
    {
        var result = new float[SmallCount];
        Each(Images, SmallChannels, SmallRows, SmallColumns, (n, c, i, j, at) =>
        {
            var total = Naive.Product((long)KernelRows * KernelColumns * LargeChannels, k =>
            {
                var (tap, channel) = ((int)(k / LargeChannels), (int)(k % LargeChannels));
                var (u, v) = (tap / KernelColumns, tap % KernelColumns);
                return (Large(
                    large, n, channel, (i * Stride.Row) + (u * Dilation.Row) - Padding.Row,
                    (j * Stride.Column) + (v * Dilation.Column) - Padding.Column), Kernel(kernel, c, channel, u, v));
            });
            result[at] = bias is null ? total : total + bias[c];
        });
        return result;
    }

    /// <summary>
    /// The transposed convolution, or the gradient of the large side: of each output pixel, the kernel positions that meet it, row by row,
    /// and for each the channels of the small side; pixels outside of the small side count as +0.
    /// </summary>
    public float[] ToLarge(float[] small, float[] kernel, float[]? bias)
    {
        var result = new float[LargeCount];
        Each(Images, LargeChannels, LargeRows, LargeColumns, (n, c, y, x, at) =>
        {
            var taps = new List<(int U, int V, int I, int J)>();
            for (var u = 0; u < KernelRows; u++)
            {
                for (var v = 0; v < KernelColumns; v++)
                {
                    var (down, across) = (y + Padding.Row - (u * Dilation.Row), x + Padding.Column - (v * Dilation.Column));
                    if (down % Stride.Row == 0 && across % Stride.Column == 0)
                    {
                        taps.Add((u, v, down / Stride.Row, across / Stride.Column));
                    }
                }
            }

            var total = Naive.Product((long)taps.Count * SmallChannels, k =>
            {
                var (u, v, i, j) = taps[(int)(k / SmallChannels)];
                var channel = (int)(k % SmallChannels);
                return (Small(small, n, channel, i, j), Kernel(kernel, channel, c, u, v));
            });
            result[at] = bias is null ? total : total + bias[c];
        });
        return result;
    }

    /// <summary>The gradient of the kernel: over images, rows and columns of the small side, in this order.</summary>
    public float[] KernelGradient(float[] small, float[] large)
    {
        var result = new float[KernelCount];
        Each(SmallChannels, LargeChannels, KernelRows, KernelColumns, (c, d, u, v, at) =>
            result[at] = Naive.Product((long)Images * SmallRows * SmallColumns, k =>
            {
                var (n, pixel) = ((int)(k / (SmallRows * SmallColumns)), (int)(k % (SmallRows * SmallColumns)));
                var (i, j) = (pixel / SmallColumns, pixel % SmallColumns);
                return (Small(small, n, c, i, j), Large(
                    large, n, d, (i * Stride.Row) + (u * Dilation.Row) - Padding.Row,
                    (j * Stride.Column) + (v * Dilation.Column) - Padding.Column));
            }));
        return result;
    }

    /// <summary>The gradient of the bias: a sum (rule 3) over images, rows and columns.</summary>
    public static float[] BiasGradient(float[] gradient, int images, int channels, int pixels)
    {
        var result = new float[channels];
        for (var c = 0; c < channels; c++)
        {
            var row = new float[images * pixels];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = gradient[(((i / pixels) * channels) + c) * pixels + (i % pixels)];
            }

            result[c] = Naive.Sum(row);
        }

        return result;
    }

    private float Large(float[] large, int n, int c, int y, int x) => y >= 0 && y < LargeRows && x >= 0 && x < LargeColumns
        ? large[(((((n * LargeChannels) + c) * LargeRows) + y) * LargeColumns) + x]
        : 0;

    private float Small(float[] small, int n, int c, int i, int j) => i >= 0 && i < SmallRows && j >= 0 && j < SmallColumns
        ? small[(((((n * SmallChannels) + c) * SmallRows) + i) * SmallColumns) + j]
        : 0;

    private float Kernel(float[] kernel, int small, int large, int u, int v) =>
        kernel[(((((small * LargeChannels) + large) * KernelRows) + u) * KernelColumns) + v];

    private static void Each(int a, int b, int c, int d, Action<int, int, int, int, int> body)
    {
        var at = 0;
        for (var i = 0; i < a; i++)
        {
            for (var j = 0; j < b; j++)
            {
                for (var k = 0; k < c; k++)
                {
                    for (var l = 0; l < d; l++)
                    {
                        body(i, j, k, l, at++);
                    }
                }
            }
        }
    }
}
