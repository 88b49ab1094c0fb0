using Repro.Engine.Kernels.Reductions;
using Repro.Engine.Memory;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Pooling;

/// <summary>The sum (rule 3) of each window of each plane, its elements in row-major order, divided by the window's divisor.</summary>
internal static unsafe class MeanOfWindows
{
    public static void Run(float* x, float* result, float[] divisors, long planes, WindowAxis rows, WindowAxis columns)
    {
        var (from, to) = ((nint)x, (nint)result);
        var windows = rows.Count * columns.Count;
        Partition.Run(planes, windows * rows.Longest * columns.Longest, (start, end) =>
        {
            using var terms = new Scratch(rows.Longest * columns.Longest);
            for (var plane = start; plane < end; plane++)
            {
                var image = (float*)from + (plane * rows.Size * columns.Size);
                for (var window = 0L; window < windows; window++)
                {
                    var count = Collect(image, rows, window / columns.Count, columns, window % columns.Count, terms.Floats);
                    ((float*)to)[(plane * windows) + window] = RowSum.Of(terms.Floats, count) / divisors[window];
                }
            }
        });
    }

    /// <summary>The gradient of x: added up in row-major order of the windows.</summary>
    public static void Gradient(float* gradient, float* result, float[] divisors, long planes, WindowAxis rows, WindowAxis columns)
    {
        var (from, to) = ((nint)gradient, (nint)result);
        var (windows, size) = (rows.Count * columns.Count, rows.Size * columns.Size);
        Partition.Run(planes, size + (windows * rows.Longest * columns.Longest), (start, end) =>
        {
            for (var plane = start; plane < end; plane++)
            {
                var image = (float*)to + (plane * size);
                new Span<float>(image, checked((int)size)).Clear();
                for (var window = 0L; window < windows; window++)
                {
                    var share = ((float*)from)[(plane * windows) + window] / divisors[window];
                    Spread(image, rows, window / columns.Count, columns, window % columns.Count, share);
                }
            }
        });
    }

    private static long Collect(float* image, WindowAxis rows, long row, WindowAxis columns, long column, float* terms)
    {
        var (height, width) = (rows.Inside(row), columns.Inside(column));
        for (var i = 0L; i < height; i++)
        {
            var line = image + ((rows.First(row) + i) * columns.Size) + columns.First(column);
            new ReadOnlySpan<float>(line, (int)width).CopyTo(new Span<float>(terms + (i * width), (int)width));
        }

        return height * width;
    }

    private static void Spread(float* image, WindowAxis rows, long row, WindowAxis columns, long column, float share)
    {
        for (var i = 0L; i < rows.Inside(row); i++)
        {
            var line = image + ((rows.First(row) + i) * columns.Size) + columns.First(column);
            for (var j = 0L; j < columns.Inside(column); j++)
            {
                line[j] += share;
            }
        }
    }
}
