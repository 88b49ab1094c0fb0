using System.Runtime.CompilerServices;
using Repro.Engine.Threading;

namespace Repro.Engine.Convolution;

/// <summary>
/// Copies what the taps of each output pixel read into one row (tap-major, zeros outside of the input). For images of few channels,
/// where following pointers would cost more than the copy.
/// </summary>
internal static unsafe class CollectedRows
{
    public static void Fill(PixelMap map, int images, float* input, int inputRows, int inputColumns, int channels, float* rows)
    {
        var width = map.Taps.Length * channels;
        var runs = FindRuns(map.Taps);
        var (from, to) = ((nint)input, (nint)rows);
        Split.Run((long)images * map.Rows, (long)map.Columns * width, (start, end) =>
        {
            for (var index = start; index < end; index++)
            {
                var (image, row) = Math.DivRem(index, map.Rows);
                var source = (float*)from + (image * inputRows * inputColumns * channels);
                var target = (float*)to + (index * map.Columns * width);
                for (var column = 0; column < map.Columns; column++)
                {
                    foreach (var run in runs)
                    {
                        var inputRow = (map.RowScale * (int)row) + run.Row;
                        var inputColumn = (map.ColumnScale * column) + run.Column;
                        var size = run.Length * channels;
                        if ((uint)inputRow >= (uint)inputRows)
                        {
                            new Span<float>(target, size).Clear();
                        }
                        else
                        {
                            Copy(source + ((long)inputRow * inputColumns * channels), inputColumn, inputColumns, run.Length, channels, target);
                        }

                        target += size;
                    }
                }
            }
        });
    }

    /// <summary>Copies neighbouring pixels of a row, and zeros for those outside of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(float* row, int column, int columns, int length, int channels, float* target)
    {
        if (column >= 0 && column + length <= columns)
        {
            Unsafe.CopyBlockUnaligned(target, row + (column * channels), (uint)(length * channels * sizeof(float)));
            return;
        }

        for (var pixel = column; pixel < column + length; pixel++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                *target++ = (uint)pixel < (uint)columns ? row[(pixel * channels) + channel] : 0;
            }
        }
    }

    /// <summary>Taps whose pixels are neighbours in memory, taken together.</summary>
    private static List<(int Row, int Column, int Length)> FindRuns(Tap[] taps)
    {
        var runs = new List<(int Row, int Column, int Length)>();
        foreach (var tap in taps)
        {
            if (runs.Count > 0 && runs[^1].Row == tap.Row && runs[^1].Column + runs[^1].Length == tap.Column)
            {
                runs[^1] = runs[^1] with { Length = runs[^1].Length + 1 };
            }
            else
            {
                runs.Add((tap.Row, tap.Column, 1));
            }
        }

        return runs;
    }
}
