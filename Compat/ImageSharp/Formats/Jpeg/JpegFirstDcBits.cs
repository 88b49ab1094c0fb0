namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>The high bits of the first coefficients (ITU-T T.81, G.1.2.1).</summary>
internal sealed class JpegFirstDcBits(JpegHuffmanTable dc, int low) : JpegBlockDecoder
{
    private int last;

    internal override void Decode(ref JpegBitReader bits, Span<short> block)
    {
        last += bits.ReadSigned(dc.Decode(ref bits));
        block[0] = (short)(last << low);
    }

    internal override void Restart() => last = 0;
}
