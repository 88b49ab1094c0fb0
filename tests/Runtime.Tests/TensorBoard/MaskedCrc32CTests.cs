using System.Text;
using Repro.Runtime.TensorBoard;

namespace Repro.Runtime.Tests.TensorBoard;

public class MaskedCrc32CTests
{
    // RFC 3720, appendix B.4, and the check value of CRC-32C.
    public static TheoryData<byte[], uint> Vectors => new()
    {
        { new byte[32], 0x8A9136AA },
        { [.. Enumerable.Repeat((byte)0xFF, 32)], 0x62A8AB43 },
        { [.. Enumerable.Range(0, 32).Select(i => (byte)i)], 0x46DD794E },
        { [.. Enumerable.Range(0, 32).Select(i => (byte)(31 - i))], 0x113FDB5C },
        { Encoding.ASCII.GetBytes("123456789"), 0xE3069283 },
        { [], 0 },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void ItIsTheStandardChecksum(byte[] data, uint checksum) => Assert.Equal(checksum, MaskedCrc32C.Crc32C(data));

    // TensorFlow's mask: rotated right by 15 bits, plus a constant.
    [Fact]
    public void ItIsMasked() =>
        Assert.Equal(unchecked(((0xE3069283 >> 15) | (0xE3069283 << 17)) + 0xA282EAD8), MaskedCrc32C.Compute("123456789"u8));
}
