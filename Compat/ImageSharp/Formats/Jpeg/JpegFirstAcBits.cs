namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>The high bits of a band of coefficients (ITU-T T.81, G.1.2.2).</summary>
internal sealed class JpegFirstAcBits(JpegHuffmanTable ac, JpegScan scan) : JpegBlockDecoder
{
    /// <summary>So many blocks follow whose band is empty.</summary>
    private int emptyBlocks;

    internal override void Decode(ref JpegBitReader bits, Span<short> block)
    {
        if (emptyBlocks > 0)
        {
            emptyBlocks--;
            return;
        }

        for (int i = scan.First; i <= scan.Last; i++)
        {
            int symbol = ac.Decode(ref bits);
            var (zeros, length) = (symbol >> 4, symbol & 15);
            if (length == 0 && zeros < 15)
            {
                emptyBlocks = (1 << zeros) - 1 + bits.Read(zeros);
                return;
            }

            i += zeros;
            if (i > scan.Last)
            {
                throw JpegError.Damaged("a block has coefficients outside its scan's");
            }

            block[JpegTables.Zigzag[i]] = (short)(bits.ReadSigned(length) << scan.Low);
        }
    }

    internal override void Restart() => emptyBlocks = 0;
}
