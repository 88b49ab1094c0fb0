using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Compat.Tests.ImageSharp;

/// <summary>Each chunk of a PNG file is held to one rule: the table in the README of the provider.</summary>
public sealed class PngRuleTests
{
    private static readonly byte[] Gray = PngSample.Deflate([0, 9]);
    private static readonly byte[] First = PngSample.Deflate([0, 0]);

    private static readonly Dictionary<string, (int ColorType, string Chunks, string Expected)> Rules = new()
    {
        ["IHDR twice"] = (0, "IHDR IDAT IEND", "second chunk 'IHDR'"),
        ["PLTE twice"] = (3, "PLTE3 PLTE3 IDAT IEND", "second chunk 'PLTE'"),
        ["PLTE twice without use"] = (2, "PLTE3 PLTE3 IDAT IEND", "second chunk 'PLTE'"),
        ["PLTE behind tRNS"] = (3, "tRNS1 PLTE3 IDAT IEND", "expected 1 to 0"),
        ["PLTE behind tRNS without use"] = (2, "tRNS6 PLTE3 IDAT IEND", "(PLTE) stands behind the transparency"),
        ["PLTE behind IDAT"] = (2, "IDAT PLTE3 IEND", "'PLTE' stands behind the image data"),
        ["PLTE of no colour"] = (3, "PLTE0 IDAT IEND", "palette has 0 bytes"),
        ["PLTE of no colour without use"] = (2, "PLTE0 IDAT IEND", "palette has 0 bytes"),
        ["PLTE of part of a colour"] = (2, "PLTE4 IDAT IEND", "palette has 4 bytes"),
        ["PLTE of 257 colours"] = (3, "PLTE771 IDAT IEND", "palette has 771 bytes"),
        ["PLTE missing"] = (3, "IDAT IEND", "(PLTE) is missing"),
        ["PLTE in grayscale"] = (0, "PLTE3 IDAT IEND", ""),
        ["PLTE in colour"] = (2, "PLTE3 IDAT IEND", ""),
        ["tRNS twice"] = (3, "PLTE3 tRNS1 tRNS1 IDAT IEND", "second chunk 'tRNS'"),
        ["tRNS behind IDAT"] = (3, "PLTE3 IDAT tRNS1 IEND", "'tRNS' stands behind the image data"),
        ["tRNS too long"] = (3, "PLTE6 tRNS3 IDAT IEND", "has 3 bytes; expected 1 to 2"),
        ["tRNS empty"] = (3, "PLTE6 tRNS0 IDAT IEND", "has 0 bytes"),
        ["tRNS shorter than the palette"] = (3, "PLTE6 tRNS1 IDAT IEND", ""),
        ["tRNS of gray with a byte too many"] = (0, "tRNS3 IDAT IEND", "3 bytes instead of 2"),
        ["tRNS of gray empty"] = (0, "tRNS0 IDAT IEND", "0 bytes instead of 2"),
        ["tRNS of colour with two bytes"] = (2, "tRNS2 IDAT IEND", "2 bytes instead of 6"),
        ["tRNS with gray and alpha"] = (4, "tRNS2 IDAT IEND", "alpha channel"),
        ["tRNS with colour and alpha"] = (6, "tRNS6 IDAT IEND", "alpha channel"),
        ["IDAT interrupted by a text"] = (0, "IDAThalf tEXt3 IDATrest IEND", "interrupted by a chunk 'tEXt'"),
        ["IDAT interrupted by a palette"] = (2, "IDAThalf PLTE3 IDATrest IEND", "'PLTE' stands behind"),
        ["IDAT interrupted by a private chunk"] = (0, "IDAThalf prVt3 IDATrest IEND", "interrupted by a chunk 'prVt'"),
        ["IDAT in two"] = (0, "IDAThalf IDATrest IEND", ""),
        ["IDAT in two with an empty one"] = (0, "IDAThalf IDATnone IDATrest IEND", ""),
        ["IDAT missing"] = (0, "IEND", "no image data"),
        ["IDAT without its checksum"] = (0, "IDATopen IEND", "end with its checksum"),
        ["IDAT with half its checksum"] = (0, "IDATcut IEND", "end with its checksum"),
        ["IDAT with a wrong checksum"] = (0, "IDATwrong IEND", "decompressed"),
        ["IDAT with bytes behind its checksum"] = (0, "IDATlong IEND", "end with its checksum"),
        ["IDAT of two rows for one"] = (0, "IDATrows IEND", "more image data"),
        ["IEND missing"] = (0, "IDAT", "truncated"),
        ["IEND with data"] = (0, "IDAT IEND1", "(IEND) has 1 bytes"),
        ["bytes behind IEND"] = (0, "IDAT IEND IDAT", ""),
        ["unknown critical"] = (0, "ABCD1 IDAT IEND", "'ABCD' is critical and unknown"),
        ["a type that is no letters"] = (0, "a1cd1 IDAT IEND", "'a?cd' has a type that is not four letters"),
        ["ancillary before the data"] = (0, "gAMA4 tEXt3 prVt0 IDAT IEND", ""),
        ["ancillary behind the data"] = (0, "IDAT gAMA4 tIME7 tEXt0 IEND", ""),
    };

    public static TheoryData<string> Names => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AChunkIsRefusedOrReadByTheRule(string name)
    {
        var (colorType, chunks, expected) = Rules[name];
        byte[] header = [0, 0, 0, 1, 0, 0, 0, 1, 8, (byte)colorType, 0, 0, 0];
        byte[] data = Data(colorType);
        byte[] file =
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
            .. PngSample.Chunk("IHDR", header),
            .. chunks.Split(' ').SelectMany(chunk => PngSample.Chunk(chunk[..4], Content(chunk, header, data))),
        ];
        if (expected.Length == 0)
        {
            using Image<Rgba32> image = Image.Load<Rgba32>(file);
            Assert.Equal(1, image.Width);
            return;
        }

        var refusal = Assert.Throws<InvalidImageContentException>(() => Image.Load<Rgba32>(file));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    // The checksum of an ancillary chunk is not read, that of any other is.
    [Fact]
    public void AWrongChecksumMattersWhereTheChunkDoes()
    {
        foreach (string type in new[] { "tEXt", "PLTE", "tRNS", "IDAT", "IEND" })
        {
            var file = new MemoryStream();
            file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
            foreach (var (name, content) in new[]
            {
                ("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 3, 0, 0, 0]), ("tEXt", [1]), ("PLTE", [1, 2, 3]), ("tRNS", [1]), ("IDAT", First),
                ("IEND", (byte[])[]),
            })
            {
                byte[] chunk = PngSample.Chunk(name, content);
                chunk[^1] ^= (byte)(name == type ? 1 : 0);
                file.Write(chunk);
            }

            if (type == "tEXt")
            {
                Image.Load<Rgba32>(file.ToArray()).Dispose();
            }
            else
            {
                var refusal = Assert.Throws<InvalidImageContentException>(() => Image.Load<Rgba32>(file.ToArray()));
                Assert.Contains($"CRC of its chunk '{type}'", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    private static byte[] Data(int colorType) => colorType switch
    {
        0 => Gray,
        3 => First,
        _ => PngSample.Deflate(new byte[1 + (colorType == 2 ? 3 : colorType == 4 ? 2 : 4)]),
    };

    private static byte[] Content(string chunk, byte[] header, byte[] data) => (chunk[..4], chunk[4..]) switch
    {
        ("IHDR", _) => header,
        ("IDAT", "") => data,
        ("IDAT", "none") => [],
        ("IDAT", "half") => data[..3],
        ("IDAT", "rest") => data[3..],
        ("IDAT", "open") => data[..^4],
        ("IDAT", "cut") => data[..^2],
        ("IDAT", "wrong") => [.. data[..^1], (byte)(data[^1] ^ 1)],
        ("IDAT", "long") => [.. data, 0],
        ("IDAT", "rows") => PngSample.Deflate([0, 9, 0, 9]),
        (_, "") => [],
        var (_, length) => new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)],
    };
}
