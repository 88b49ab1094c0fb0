namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>
/// One further bit of a band of coefficients: of each that is not zero so far, a bit; and those between, that become 1 or −1 with this bit
/// (ITU-T T.81, G.1.2.3).
/// </summary>
internal sealed class JpegNextAcBit(JpegHuffmanTable ac, JpegScan scan) : JpegBlockDecoder
{
    /// <summary>So many blocks follow, this one included, in which no further coefficient becomes other than zero.</summary>
    private int finishedBlocks;

    internal override void Decode(ref JpegBitReader bits, Span<short> block)
    {
        int i = scan.First;
        while (finishedBlocks == 0 && i <= scan.Last)
        {
            int symbol = ac.Decode(ref bits);
            var (zeros, length) = (symbol >> 4, symbol & 15);
            if (length > 1)
            {
                throw JpegError.Damaged("a coefficient becomes other than zero by more than one bit");
            }

            if (length == 0 && zeros < 15)
            {
                finishedBlocks = (1 << zeros) + bits.Read(zeros);
                break;
            }

            int value = length == 0 ? 0 : bits.Read(1) == 1 ? 1 << scan.Low : -1 << scan.Low;
            i = Refine(ref bits, block, i, zeros);
            if (i > scan.Last)
            {
                throw JpegError.Damaged("a block has coefficients outside its scan's");
            }

            block[JpegTables.Zigzag[i++]] = (short)value;
        }

        if (finishedBlocks > 0)
        {
            Refine(ref bits, block, i, JpegComponent.BlockSize);
            finishedBlocks--;
        }
    }

    internal override void Restart() => finishedBlocks = 0;

    /// <summary>
    /// Gives each coefficient from <paramref name="i"/> on that is not zero its bit, and stops at the zero after so many zeros.
    /// </summary>
    private int Refine(ref JpegBitReader bits, Span<short> block, int i, int zeros)
    {
        for (; i <= scan.Last; i++)
        {
            ref short coefficient = ref block[JpegTables.Zigzag[i]];
            if (coefficient == 0)
            {
                if (zeros-- == 0)
                {
                    return i;
                }
            }
            else if (bits.Read(1) == 1 && (coefficient & (1 << scan.Low)) == 0)
            {
                coefficient += (short)(coefficient > 0 ? 1 << scan.Low : -1 << scan.Low);
            }
        }

        return i;
    }
}
