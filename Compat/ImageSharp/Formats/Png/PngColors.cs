using System.Buffers.Binary;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Turns a file's samples into colours, with its palette (PLTE) and its transparency (tRNS).</summary>
internal sealed class PngColors
{
    private readonly PngHeader header;
    private readonly Rgba32[] palette = [];
    private readonly int[] transparent = [];

    /// <param name="header">What the samples are.</param>
    /// <param name="plte">The palette's data; empty when there is none.</param>
    /// <param name="trns">The transparency's data; empty when there is none.</param>
    internal PngColors(PngHeader header, ReadOnlySpan<byte> plte, ReadOnlySpan<byte> trns)
    {
        this.header = header;
        if (header.ColorType == PngColorType.Palette)
        {
            palette = ReadPalette(plte, trns);
        }
        else if (header.ColorType is PngColorType.Grayscale or PngColorType.Rgb && !trns.IsEmpty)
        {
            transparent = ReadTransparent(header, trns);
        }
    }

    /// <summary>The colours of a row of samples, as many as <paramref name="colors"/> holds.</summary>
    internal void Convert(ReadOnlySpan<byte> row, Span<Rgba32> colors)
    {
        int channels = header.Channels;
        Span<int> samples = stackalloc int[channels];
        for (int x = 0; x < colors.Length; x++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                samples[channel] = Sample(row, (x * channels) + channel);
            }

            colors[x] = Color(samples);
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        switch (header.BitDepth)
        {
            case 8:
                return row[index];
            case 16:
                return BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]);
            default:
                int perByte = 8 / header.BitDepth;
                int shift = (perByte - 1 - (index % perByte)) * header.BitDepth;
                return (row[index / perByte] >> shift) & ((1 << header.BitDepth) - 1);
        }
    }

    private Rgba32 Color(ReadOnlySpan<int> samples)
    {
        byte alpha = samples.SequenceEqual(transparent) ? byte.MinValue : byte.MaxValue;
        switch (header.ColorType)
        {
            case PngColorType.Grayscale:
                return new Rgba32(To8Bits(samples[0]), To8Bits(samples[0]), To8Bits(samples[0]), alpha);
            case PngColorType.GrayscaleWithAlpha:
                return new Rgba32(To8Bits(samples[0]), To8Bits(samples[0]), To8Bits(samples[0]), To8Bits(samples[1]));
            case PngColorType.Rgb:
                return new Rgba32(To8Bits(samples[0]), To8Bits(samples[1]), To8Bits(samples[2]), alpha);
            case PngColorType.RgbWithAlpha:
                return new Rgba32(To8Bits(samples[0]), To8Bits(samples[1]), To8Bits(samples[2]), To8Bits(samples[3]));
            default:
                return samples[0] < palette.Length
                    ? palette[samples[0]]
                    : throw PngError.Damaged($"a pixel has colour {samples[0]} of a palette of {palette.Length}");
        }
    }

    private byte To8Bits(int sample) => header.BitDepth switch
    {
        8 => (byte)sample,
        16 => (byte)(((sample * 255) + 32895) >> 16), // sample / 257, rounded to nearest
        _ => (byte)(sample * 255 / ((1 << header.BitDepth) - 1)),
    };

    /// <summary>A palette's data. Of a picture without palette it changes no pixel, but it has to be one.</summary>
    internal static ReadOnlySpan<byte> CheckPalette(ReadOnlySpan<byte> plte) =>
        plte.IsEmpty || plte.Length % 3 != 0 || plte.Length > 3 * 256
            ? throw PngError.Damaged($"its palette has {plte.Length} bytes; expected 3 for each of 1 to 256 colours")
            : plte;

    /// <summary>The data of the transparency: an alpha for each of the first colours of the palette, or one transparent colour.</summary>
    internal static ReadOnlySpan<byte> CheckTransparency(PngHeader header, ReadOnlySpan<byte> plte, ReadOnlySpan<byte> trns)
    {
        if (header.ColorType != PngColorType.Palette)
        {
            return trns.Length == 2 * header.Channels
                ? trns
                : throw PngError.Damaged($"its transparent colour (tRNS) has {trns.Length} bytes instead of {2 * header.Channels}");
        }

        return !trns.IsEmpty && trns.Length <= plte.Length / 3
            ? trns
            : throw PngError.Damaged(
                $"its transparency (tRNS) has {trns.Length} bytes; expected 1 to {plte.Length / 3}, one for each colour of the palette");
    }

    private static Rgba32[] ReadPalette(ReadOnlySpan<byte> plte, ReadOnlySpan<byte> trns)
    {
        if (plte.IsEmpty)
        {
            throw PngError.Damaged("its palette (PLTE) is missing before the image data");
        }

        var palette = new Rgba32[plte.Length / 3];
        for (int i = 0; i < palette.Length; i++)
        {
            palette[i] = new Rgba32(plte[3 * i], plte[(3 * i) + 1], plte[(3 * i) + 2], i < trns.Length ? trns[i] : byte.MaxValue);
        }

        return palette;
    }

    private static int[] ReadTransparent(PngHeader header, ReadOnlySpan<byte> trns)
    {
        var transparent = new int[header.Channels];
        for (int channel = 0; channel < transparent.Length; channel++)
        {
            transparent[channel] = BinaryPrimitives.ReadUInt16BigEndian(trns[(2 * channel)..]) & ((1 << header.BitDepth) - 1);
        }

        return transparent;
    }
}
