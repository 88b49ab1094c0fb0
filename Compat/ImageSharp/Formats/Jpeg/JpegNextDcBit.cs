namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>One further bit of the first coefficients (ITU-T T.81, G.1.2.1).</summary>
internal sealed class JpegNextDcBit(int low) : JpegBlockDecoder
{
    internal override void Decode(ref JpegBitReader bits, Span<short> block) => block[0] |= (short)(bits.Read(1) << low);
}
