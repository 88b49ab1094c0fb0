using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Pooling;

/// <summary>
/// The largest element of each window of each plane, and its position there: the first in row-major order among equals; one that is not a
/// number wins.
/// </summary>
internal static unsafe class LargestOfWindows
{
    public static void Run(float* x, float* result, long* positions, long planes, WindowAxis rows, WindowAxis columns)
    {
        var (from, to, at) = ((nint)x, (nint)result, (nint)positions);
        var windows = rows.Count * columns.Count;
        Partition.Run(planes, windows * rows.Longest * columns.Longest, (start, end) =>
        {
            for (var plane = start; plane < end; plane++)
            {
                var image = (float*)from + (plane * rows.Size * columns.Size);
                for (var window = 0L; window < windows; window++)
                {
                    var position = Largest(image, rows, window / columns.Count, columns, window % columns.Count);
                    ((long*)at)[(plane * windows) + window] = position;
                    ((float*)to)[(plane * windows) + window] = image[position];
                }
            }
        });
    }

    /// <summary>The gradient of x: added up in row-major order of the windows.</summary>
    public static void Gradient(float* gradient, long* positions, float* result, long planes, WindowAxis rows, WindowAxis columns)
    {
        var (from, to, at) = ((nint)gradient, (nint)result, (nint)positions);
        var (windows, size) = (rows.Count * columns.Count, rows.Size * columns.Size);
        Partition.Run(planes, windows + size, (start, end) =>
        {
            for (var plane = start; plane < end; plane++)
            {
                var image = (float*)to + (plane * size);
                new Span<float>(image, checked((int)size)).Clear();
                for (var window = plane * windows; window < (plane + 1) * windows; window++)
                {
                    image[((long*)at)[window]] += ((float*)from)[window];
                }
            }
        });
    }

    private static long Largest(float* image, WindowAxis rows, long row, WindowAxis columns, long column)
    {
        var best = (rows.First(row) * columns.Size) + columns.First(column);
        for (var i = 0L; i < rows.Inside(row); i++)
        {
            var line = (rows.First(row) + (i * rows.Step)) * columns.Size;
            for (var j = 0L; j < columns.Inside(column); j++)
            {
                var position = line + columns.First(column) + (j * columns.Step);
                if (image[position] > image[best] || (float.IsNaN(image[position]) && !float.IsNaN(image[best])))
                {
                    best = position;
                }
            }
        }

        return best;
    }
}
