using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Repro.Engine.Convolution;

/// <summary>
/// Copies what the taps of each output pixel read into one row (tap-major, zeros outside of the input). For images of few channels,
/// where following pointers would cost more than the copy.
/// </summary>
internal readonly unsafe struct CollectedRows(PixelMap map, float* input, int inputRows, int inputColumns, int channels)
{
    private readonly (int Row, int Column, int Length)[] runs = FindRuns(map.Taps);

    /// <summary>Numbers of a row.</summary>
    public int Width => map.Taps.Length * channels;

    /// <summary>Writes the rows of some pixels, in order of image, row and column.</summary>
    public void Fill(long firstPixel, long count, float* rows)
    {
        var (line, column) = Math.DivRem(firstPixel, map.Columns);
        var (image, row) = Math.DivRem(line, map.Rows);
        for (var pixel = 0L; pixel < count; pixel++)
        {
            foreach (var run in runs)
            {
                var inputRow = (map.RowScale * (int)row) + run.Row;
                var size = run.Length * channels;
                if ((uint)inputRow >= (uint)inputRows)
                {
                    new Span<float>(rows, size).Clear();
                }
                else
                {
                    Copy(
                        input + (((image * inputRows) + inputRow) * inputColumns * channels), (map.ColumnScale * (int)column) + run.Column,
                        run.Length, rows);
                }

                rows += size;
            }

            if (++column == map.Columns)
            {
                column = 0;
                if (++row == map.Rows)
                {
                    row = 0;
                    image++;
                }
            }
        }
    }

    /// <summary>Copies neighbouring pixels of a row, and zeros for those outside of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Copy(float* row, int column, int length, float* target)
    {
        if (column >= 0 && column + length <= inputColumns)
        {
            var source = row + (column * channels);
            var size = length * channels;
            var i = 0;
            for (; i <= size - Vector128<float>.Count; i += Vector128<float>.Count)
            {
                Vector128.Load(source + i).Store(target + i);
            }

            for (; i < size; i++)
            {
                target[i] = source[i];
            }

            return;
        }

        for (var pixel = column; pixel < column + length; pixel++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                *target++ = (uint)pixel < (uint)inputColumns ? row[(pixel * channels) + channel] : 0;
            }
        }
    }

    /// <summary>Taps whose pixels are neighbours in memory, taken together.</summary>
    private static (int Row, int Column, int Length)[] FindRuns(Tap[] taps)
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

        return [.. runs];
    }
}
