using Repro.Engine.Memory;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Products;

/// <summary>
/// The right operand of a product, packed: panels of 32 columns, each with its rows one after the other, missing columns filled with zeros.
/// The rows run through taps and, within a tap, through channels.
/// </summary>
internal readonly unsafe ref struct Panels
{
    private const int ChannelsAtOnce = 16;
    private readonly Scratch memory;

    /// <param name="source">The operand.</param>
    /// <param name="tapOffsets">Offset of each tap in the operand.</param>
    /// <param name="channels">Channels of each tap.</param>
    /// <param name="channelStride">Distance between channels.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="columnStride">Distance between columns.</param>
    public Panels(float* source, long[] tapOffsets, int channels, long channelStride, int columns, long columnStride)
    {
        Columns = columns;
        Taps = tapOffsets.Length;
        Channels = channels;
        memory = new Scratch((long)Count * Depth * MicroKernel.Columns);
        var (from, to, depth) = ((nint)source, (nint)memory.Floats, Depth);
        Split.Run(Count, depth * MicroKernel.Columns, (start, end) =>
        {
            for (var panel = start; panel < end; panel++)
            {
                var first = panel * MicroKernel.Columns;
                var width = (int)Math.Min(MicroKernel.Columns, columns - first);
                var input = (float*)from + (first * columnStride);
                var output = (float*)to + (panel * depth * MicroKernel.Columns);
                if (width < MicroKernel.Columns)
                {
                    new Span<float>(output, checked((int)depth * MicroKernel.Columns)).Clear();
                }

                if (columnStride == 1)
                {
                    PackRows(input, tapOffsets, channels, channelStride, width, output);
                }
                else
                {
                    PackColumns(input, tapOffsets, channels, channelStride, width, columnStride, output);
                }
            }
        });
    }

    public int Columns { get; }

    public int Taps { get; }

    public int Channels { get; }

    /// <summary>Length of the reduction axis.</summary>
    public long Depth => (long)Taps * Channels;

    /// <summary>Number of panels.</summary>
    public int Count => (Columns + MicroKernel.Columns - 1) / MicroKernel.Columns;

    public float* Floats => memory.Floats;

    /// <summary>The same panels, seen as one tap of all channels; the memory stays this one's.</summary>
    public Panels AsOneTap() => new(memory, Columns, Taps * Channels);

    public void Dispose() => memory.Dispose();

    private Panels(Scratch memory, int columns, int channels)
    {
        this.memory = memory;
        Columns = columns;
        Taps = 1;
        Channels = channels;
    }

    private static void PackRows(float* input, long[] tapOffsets, int channels, long channelStride, int width, float* output)
    {
        foreach (var offset in tapOffsets)
        {
            for (var channel = 0; channel < channels; channel++, output += MicroKernel.Columns)
            {
                new ReadOnlySpan<float>(input + offset + (channel * channelStride), width).CopyTo(new Span<float>(output, width));
            }
        }
    }

    private static void PackColumns(
        float* input, long[] tapOffsets, int channels, long channelStride, int width, long columnStride, float* output)
    {
        if (channelStride == 1)
        {
            for (var tap = 0; tap < tapOffsets.Length; tap++)
            {
                Transposition.Run(
                    input + tapOffsets[tap], width, columnStride, channels, output + ((long)tap * channels * MicroKernel.Columns), MicroKernel.Columns);
            }

            return;
        }

        var tapStride = (long)channels * MicroKernel.Columns;
        var tapsAreNeighbours = TapsAreNeighbours(tapOffsets);

        // A few channels of all columns at a time, so that what is written stays in the cache until its lines are full.
        for (var first = 0; first < channels; first += ChannelsAtOnce)
        {
            var end = Math.Min(first + ChannelsAtOnce, channels);
            for (var channel = first; channel < end && tapsAreNeighbours; channel++)
            {
                Transposition.Run(
                    input + (channel * channelStride) + tapOffsets[0], width, columnStride, tapOffsets.Length, output + ((long)channel * MicroKernel.Columns), tapStride);
            }

            for (var column = 0; column < width && !tapsAreNeighbours; column++)
            {
                for (var channel = first; channel < end; channel++)
                {
                    var element = input + (column * columnStride) + (channel * channelStride);
                    var target = output + ((long)channel * MicroKernel.Columns) + column;
                    for (var tap = 0; tap < tapOffsets.Length; tap++)
                    {
                        target[tap * tapStride] = element[tapOffsets[tap]];
                    }
                }
            }
        }
    }

    private static bool TapsAreNeighbours(long[] tapOffsets)
    {
        for (var tap = 1; tap < tapOffsets.Length; tap++)
        {
            if (tapOffsets[tap] != tapOffsets[0] + tap)
            {
                return false;
            }
        }

        return true;
    }
}
