namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>
/// Whole blocks: the difference of the first coefficient to that of the block before, then the others (ITU-T T.81, F.2.2).
/// </summary>
internal sealed class JpegSequentialBlocks(JpegHuffmanTable dc, JpegHuffmanTable ac) : JpegBlockDecoder
{
    private int last;

    internal override void Decode(ref JpegBitReader bits, Span<short> block)
    {
        last += bits.ReadSigned(dc.Decode(ref bits));
        block[0] = (short)last;
        for (int i = 1; i < JpegComponent.BlockSize; i++)
        {
            int symbol = ac.Decode(ref bits);
            var (zeros, length) = (symbol >> 4, symbol & 15);
            i += zeros;
            if (length == 0 && zeros < 15)
            {
                return;
            }

            if (i >= JpegComponent.BlockSize)
            {
                throw JpegError.Damaged("a block has more than 64 coefficients");
            }

            block[JpegTables.Zigzag[i]] = (short)bits.ReadSigned(length);
        }
    }

    internal override void Restart() => last = 0;
}
