using System.Runtime.Intrinsics.X86;
using Repro.Engine.Memory;
using Repro.Engine.Tensors;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Products;

/// <summary>
/// The right operand of a product, packed: panels of 32 columns, each with its rows one after the other, missing columns filled with zeros.
/// The rows run through taps and, within a tap, through channels.
/// </summary>
internal readonly unsafe ref struct Panels
{
    /// <summary>How far ahead to prefetch. Columns can be too far apart for the processor to predict the next read.</summary>
    private const int ChannelsAhead = 6;

    private readonly Scratch memory;
    private readonly float* floats;

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
        Stride = Depth * MicroKernel.Columns;
        memory = new Scratch(Count * Stride);
        floats = memory.Floats;
        var (from, to, depth) = ((nint)source, (nint)floats, Depth);
        Partition.Run(Count, depth * MicroKernel.Columns, (start, end) =>
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

    public float* Floats => floats;

    /// <summary>Distance between panels.</summary>
    public long Stride { get; }

    /// <summary>The same panels, seen as one tap of all channels; the memory stays this one's.</summary>
    public Panels AsOneTap() => new(memory, floats, Stride, Columns, 1, Taps * Channels);

    /// <summary>A few neighbouring taps of the panels; the memory stays this one's.</summary>
    public Panels Part(int firstTap, int taps) =>
        new(memory, floats + ((long)firstTap * Channels * MicroKernel.Columns), Stride, Columns, taps, Channels);

    public void Dispose() => memory.Dispose();

    private Panels(Scratch memory, float* floats, long stride, int columns, int taps, int channels)
    {
        this.memory = memory;
        this.floats = floats;
        Stride = stride;
        Columns = columns;
        Taps = taps;
        Channels = channels;
    }

    private static void PackRows(float* input, long[] tapOffsets, int channels, long channelStride, int width, float* output)
    {
        foreach (var offset in tapOffsets)
        {
            for (var channel = 0; channel < channels; channel++, output += MicroKernel.Columns)
            {
                PanelRow.Copy(input + offset + (channel * channelStride), output, width);
            }
        }
    }

    private static void PackColumns(
        float* input, long[] tapOffsets, int channels, long channelStride, int width, long columnStride, float* output)
    {
        // A pixel of a transposed convolution that no tap reaches has an empty panel.
        if (channelStride == 1 || tapOffsets.Length == 0)
        {
            for (var tap = 0; tap < tapOffsets.Length; tap++)
            {
                Transposition.Run(
                    input + tapOffsets[tap], width, columnStride, channels, output + (
                        (long)tap * channels * MicroKernel.Columns), MicroKernel.Columns);
            }

            return;
        }

        var first = tapOffsets.Min();
        if (Places(tapOffsets, first) is { } places)
        {
            PackNeighbours(input + first, places, channels, channelStride, width, columnStride, output);
        }
        else
        {
            PackScattered(input, tapOffsets, channels, channelStride, width, columnStride, output);
        }
    }

    /// <summary>
    /// For taps that fill a stretch of memory, which tap of the panel each element of the stretch is; null if they do not.
    /// </summary>
    private static int[]? Places(long[] tapOffsets, long first)
    {
        var places = new int[tapOffsets.Length];
        Array.Fill(places, -1);
        for (var tap = 0; tap < tapOffsets.Length; tap++)
        {
            var place = tapOffsets[tap] - first;
            if (place >= places.Length || places[place] >= 0)
            {
                return null;
            }

            places[place] = tap;
        }

        return places;
    }

    private static void PackNeighbours(
        float* input, int[] places, int channels, long channelStride, int width, long columnStride, float* output)
    {
        using var rows = new Scratch((long)places.Length * MicroKernel.Columns);
        for (var channel = 0; channel < channels; channel++)
        {
            for (var column = 0; column < width && Sse.IsSupported; column++)
            {
                Sse.Prefetch0(input + ((channel + ChannelsAhead) * channelStride) + (column * columnStride));
            }

            Transposition.Run(input + (channel * channelStride), width, columnStride, places.Length, rows.Floats, MicroKernel.Columns);
            for (var i = 0; i < places.Length; i++)
            {
                PanelRow.Copy(
                    rows.Floats + ((long)i * MicroKernel.Columns),
                    output + ((((long)places[i] * channels) + channel) * MicroKernel.Columns), width);
            }
        }
    }

    private static void PackScattered(
        float* input, long[] tapOffsets, int channels, long channelStride, int width, long columnStride, float* output)
    {
        foreach (var offset in tapOffsets)
        {
            for (var channel = 0; channel < channels; channel++, output += MicroKernel.Columns)
            {
                for (var column = 0; column < width; column++)
                {
                    output[column] = input[offset + (channel * channelStride) + (column * columnStride)];
                }
            }
        }
    }
}
