namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>
/// The inverse cosine transform of a block in integers: that of Loeffler, Ligtenberg and Moschytz (ICASSP 1989) with 12 multiplications
/// a row, in 13-bit fixed point, first the columns, then the rows. It is libjpeg's slow and accurate one, bit for bit.
/// </summary>
internal static class JpegInverseTransform
{
    private const int Size = 8;
    private const int FractionBits = 13;

    /// <summary>Bits of fraction that the columns' results keep.</summary>
    private const int MiddleBits = 2;

    /// <summary>Turns a component's coefficients into samples, rows of whole blocks.</summary>
    internal static byte[] Transform(JpegComponent component)
    {
        int stride = component.BlocksInRow * Size;
        var samples = new byte[stride * (long)component.BlocksInColumn * Size];
        Span<int> work = stackalloc int[JpegComponent.BlockSize];
        for (int row = 0; row < component.BlocksInColumn; row++)
        {
            for (int column = 0; column < component.BlocksInRow; column++)
            {
                Dequantize(component.Block(column, row), component.Quantization, work);
                for (int i = 0; i < Size; i++)
                {
                    Pass(work[i..], Size, FractionBits - MiddleBits);
                }

                for (int i = 0; i < Size; i++)
                {
                    Pass(work[(Size * i)..], 1, FractionBits + MiddleBits + 3);
                    Span<byte> destination = samples.AsSpan((((row * Size) + i) * stride) + (column * Size), Size);
                    for (int x = 0; x < Size; x++)
                    {
                        destination[x] = (byte)Math.Clamp(work[(Size * i) + x] + 128, byte.MinValue, byte.MaxValue);
                    }
                }
            }
        }

        return samples;
    }

    private static void Dequantize(ReadOnlySpan<short> block, ReadOnlySpan<ushort> table, Span<int> work)
    {
        for (int i = 0; i < work.Length; i++)
        {
            work[i] = block[i] * table[i];
        }
    }

    /// <summary>Transforms eight values that are <paramref name="step"/> apart, in place.</summary>
    private static void Pass(Span<int> values, int step, int shift)
    {
        // Constants are round(x · 2^13).
        int common = (values[2 * step] + values[6 * step]) * 4433; // 0.541196100
        int even2 = common - (values[6 * step] * 15137); // 1.847759065
        int even3 = common + (values[2 * step] * 6270); // 0.765366865
        int even0 = (values[0] + values[4 * step]) << FractionBits;
        int even1 = (values[0] - values[4 * step]) << FractionBits;

        var (odd0, odd1, odd2, odd3) = (values[7 * step], values[5 * step], values[3 * step], values[step]);
        int sum = (odd0 + odd2 + odd1 + odd3) * 9633; // 1.175875602
        int sum03 = (odd0 + odd3) * -7373; // 0.899976223
        int sum12 = (odd1 + odd2) * -20995; // 2.562915447
        int sum02 = ((odd0 + odd2) * -16069) + sum; // 1.961570560
        int sum13 = ((odd1 + odd3) * -3196) + sum; // 0.390180644
        odd0 = (odd0 * 2446) + sum03 + sum02; // 0.298631336
        odd1 = (odd1 * 16819) + sum12 + sum13; // 2.053119869
        odd2 = (odd2 * 25172) + sum12 + sum02; // 3.072711026
        odd3 = (odd3 * 12299) + sum03 + sum13; // 1.501321110

        int half = 1 << (shift - 1);
        values[0] = (even0 + even3 + odd3 + half) >> shift;
        values[7 * step] = (even0 + even3 - odd3 + half) >> shift;
        values[step] = (even1 + even2 + odd2 + half) >> shift;
        values[6 * step] = (even1 + even2 - odd2 + half) >> shift;
        values[2 * step] = (even1 - even2 + odd1 + half) >> shift;
        values[5 * step] = (even1 - even2 - odd1 + half) >> shift;
        values[3 * step] = (even0 - even3 + odd0 + half) >> shift;
        values[4 * step] = (even0 - even3 - odd0 + half) >> shift;
    }
}
