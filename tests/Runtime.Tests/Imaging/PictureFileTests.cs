using Repro.Runtime.Imaging;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Imaging;

public sealed class PictureFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => folder.Join("picture.png");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFileGivesItsPixels()
    {
        File.WriteAllBytes(Target, Tiny.Image(2).ToPng());
        Assert.Equal(Tiny.Image(2).Hash, PictureFile.Read(Target).Hash);
        Assert.Equal(Tiny.Image(2).Hash, PictureFile.Decode(File.ReadAllBytes(Target)).Hash);
    }

    [Fact]
    public void DataThatIsNoImageIsInvalid()
    {
        File.WriteAllText(Target, "no image");
        Assert.Throws<InvalidDataException>(() => PictureFile.Read(Target));
        Assert.Null(PictureFile.TryDecode(File.ReadAllBytes(Target)));
    }

    [Fact]
    public void APictureThatClaimsTooManyPixelsIsRefusedBeforeItIsDecoded()
    {
        // The header of a PNG file, whose width and height are bytes 16 to 23; the checksum of the header follows them.
        var png = Tiny.Image(1).ToPng();
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 30_000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 30_000);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));
        var error = Assert.Throws<InvalidDataException>(() => PictureFile.Decode(png));
        Assert.Equal("30000x30000 pixels are more than 128 Mi.", error.Message);
    }

    [Fact]
    public void AMissingFileIsAnIoError() => Assert.Throws<FileNotFoundException>(() => PictureFile.Read(Target));

    private static uint Crc32(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
