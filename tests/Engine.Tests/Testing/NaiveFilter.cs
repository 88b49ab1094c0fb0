namespace Repro.Engine.Tests.Testing;

/// <summary>Minimal filtering as the contract states it (rule 2), tile by tile and number by number on row-major arrays.</summary>
internal sealed class NaiveFilter(NaiveConvolution shape)
{
    private int TileRows => (shape.SmallRows + 1) / 2;

    private int TileColumns => (shape.SmallColumns + 1) / 2;

    /// <summary>The convolution: nine products for each tile, along phases and channels of the large side.</summary>
    public float[] ToSmall(float[] large, float[] kernel, float[]? bias)
    {
        var result = new float[shape.SmallCount];
        var kernels = Kernels(kernel, backwards: false);
        for (var n = 0; n < shape.Images; n++)
        {
            for (var tile = 0; tile < TileRows * TileColumns; tile++)
            {
                var (i, j) = (2 * (tile / TileColumns), 2 * (tile % TileColumns));
                var windows = new float[4 * shape.LargeChannels][,];
                for (var k = 0; k < windows.Length; k++)
                {
                    windows[k] = Differences(LargeWindow(large, n, k % shape.LargeChannels, i, j, k / shape.LargeChannels));
                }

                for (var c = 0; c < shape.SmallChannels; c++)
                {
                    var y = Results(windows.Length, k => (windows[k], kernels[c, k % shape.LargeChannels, k / shape.LargeChannels]));
                    Each(2, 2, (a, b) =>
                    {
                        if (i + a < shape.SmallRows && j + b < shape.SmallColumns)
                        {
                            result[(((((n * shape.SmallChannels) + c) * shape.SmallRows) + i + a) * shape.SmallColumns) + j + b] = y[a, b]
                                + (bias?[c] ?? 0);
                        }
                    });
                }
            }
        }

        return result;
    }

    /// <summary>The transposed convolution: of each phase, nine products for each tile, along the channels of the small side.</summary>
    public float[] ToLarge(float[] small, float[] kernel, float[]? bias)
    {
        var result = new float[shape.LargeCount];
        var kernels = Kernels(kernel, backwards: true);
        for (var phase = 0; phase < 4; phase++)
        {
            // The first small pixel of the phase is that of its first large pixel: 2·i + phase = large pixel + padding.
            var (row, column) = (phase / 2, phase % 2);
            for (var n = 0; n < shape.Images; n++)
            {
                for (var i = (shape.Padding.Row - row + 1) / 2; (2 * i) + row - shape.Padding.Row < shape.LargeRows; i += 2)
                {
                    for (var j = (
                        shape.Padding.Column - column + 1) / 2; (2 * j) + column - shape.Padding.Column < shape.LargeColumns; j += 2)
                    {
                        var windows = new float[shape.SmallChannels][,];
                        for (var k = 0; k < windows.Length; k++)
                        {
                            windows[k] = Differences(Square(3, (a, b) => Small(small, n, k, i - 1 + a, j - 1 + b)));
                        }

                        for (var c = 0; c < shape.LargeChannels; c++)
                        {
                            var results = Results(windows.Length, k => (windows[k], kernels[k, c, phase]));
                            Each(2, 2, (a, b) =>
                            {
                                var (y, x) = ((2 * (i + a)) + row - shape.Padding.Row, (2 * (j + b)) + column - shape.Padding.Column);
                                if (y < shape.LargeRows && x < shape.LargeColumns)
                                {
                                    result[(((((n * shape.LargeChannels) + c) * shape.LargeRows) + y) * shape.LargeColumns) + x] =
                                        results[a, b] + (bias?[c] ?? 0);
                                }
                            });
                        }
                    }
                }
            }
        }

        return result;
    }

    /// <summary>
    /// The gradient of the kernel: of each phase, nine products along images and tiles of the small side, whose pixels take the kernel's
    /// place.
    /// </summary>
    public float[] KernelGradient(float[] small, float[] large)
    {
        var result = new float[shape.KernelCount];
        var tiles = TileRows * TileColumns;
        for (var phase = 0; phase < 4; phase++)
        {
            var windows = new float[shape.LargeChannels, shape.Images * tiles][,];
            var squares = new float[shape.SmallChannels, shape.Images * tiles][,];
            Each(shape.Images, tiles, (n, tile) =>
            {
                var (i, j) = (2 * (tile / TileColumns), 2 * (tile % TileColumns));
                for (var c = 0; c < shape.LargeChannels; c++)
                {
                    windows[c, (n * tiles) + tile] = Differences(LargeWindow(large, n, c, i, j, phase));
                }

                for (var c = 0; c < shape.SmallChannels; c++)
                {
                    squares[c, (n * tiles) + tile] = Sums(Square(2, (a, b) => Small(small, n, c, i + a, j + b)));
                }
            });
            Each(shape.SmallChannels, shape.LargeChannels, (c, d) =>
            {
                var y = Results(shape.Images * tiles, k => (windows[d, k], squares[c, k]));
                Each(2, 2, (a, b) => result[KernelPlace(c, d, (2 * a) + (phase / 2), (2 * b) + (phase % 2))] = y[a, b]);
            });
        }

        return result;
    }

    /// <summary>d₀ − d₁, d₁, d₁ − d₂, from row to row, then from column to column.</summary>
    private static float[,] Differences(float[,] d)
    {
        var rows = Square(3, (a, b) => a == 0 ? d[0, b] - d[1, b] : a == 1 ? d[1, b] : d[1, b] - d[2, b]);
        return Square(3, (a, b) => b == 0 ? rows[a, 0] - rows[a, 1] : b == 1 ? rows[a, 1] : rows[a, 1] - rows[a, 2]);
    }

    /// <summary>g₀, g₀ + g₁, g₁, from row to row, then from column to column.</summary>
    private static float[,] Sums(float[,] g)
    {
        float[,] rows = { { g[0, 0], g[0, 1] }, { g[0, 0] + g[1, 0], g[0, 1] + g[1, 1] }, { g[1, 0], g[1, 1] } };
        return Square(3, (a, b) => b == 0 ? rows[a, 0] : b == 1 ? rows[a, 0] + rows[a, 1] : rows[a, 1]);
    }

    /// <summary>The nine products along an axis (rule 2), then m₀ + m₁, m₁ − m₂, from row to row, then from column to column.</summary>
    private static float[,] Results(int depth, Func<int, (float[,] Window, float[,] Kernel)> terms)
    {
        var m = Square(3, (a, b) => Naive.Product(depth, k => (terms((int)k).Window[a, b], terms((int)k).Kernel[a, b])));
        float[,] rows =
            { { m[0, 0] + m[1, 0], m[0, 1] + m[1, 1], m[0, 2] + m[1, 2] }, { m[1, 0] - m[2, 0], m[1, 1] - m[2, 1], m[1, 2] - m[2, 2] } };
        return Square(2, (a, b) => b == 0 ? rows[a, 0] + rows[a, 1] : rows[a, 1] - rows[a, 2]);
    }

    private float[,,][,] Kernels(float[] kernel, bool backwards)
    {
        var result = new float[shape.SmallChannels, shape.LargeChannels, 4][,];
        Each(shape.SmallChannels, shape.LargeChannels, (c, d) =>
        {
            for (var phase = 0; phase < 4; phase++)
            {
                var (row, column) = (phase / 2, phase % 2);
                result[c, d, phase] = Sums(Square(2, (a, b) =>
                    kernel[KernelPlace(c, d, (2 * (backwards ? 1 - a : a)) + row, (2 * (backwards ? 1 - b : b)) + column)]));
            }
        });
        return result;
    }

    private float[,] LargeWindow(float[] large, int n, int c, int i, int j, int phase) => Square(3, (a, b) =>
    {
        var (y, x) = ((2 * (i + a)) + (phase / 2) - shape.Padding.Row, (2 * (j + b)) + (phase % 2) - shape.Padding.Column);
        return y >= 0 && y < shape.LargeRows && x >= 0 && x < shape.LargeColumns
            ? large[(((((n * shape.LargeChannels) + c) * shape.LargeRows) + y) * shape.LargeColumns) + x]
            : 0;
    });

    private float Small(float[] small, int n, int c, int i, int j) => i >= 0 && i < shape.SmallRows && j >= 0 && j < shape.SmallColumns
        ? small[(((((n * shape.SmallChannels) + c) * shape.SmallRows) + i) * shape.SmallColumns) + j]
        : 0;

    private int KernelPlace(int c, int d, int u, int v) => (((((c * shape.LargeChannels) + d) * 4) + u) * 4) + v;

    private static float[,] Square(int side, Func<int, int, float> value)
    {
        var square = new float[side, side];
        Each(side, side, (a, b) => square[a, b] = value(a, b));
        return square;
    }

    private static void Each(int rows, int columns, Action<int, int> body)
    {
        for (var a = 0; a < rows; a++)
        {
            for (var b = 0; b < columns; b++)
            {
                body(a, b);
            }
        }
    }
}
