using System.Buffers.Binary;
using System.Text;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Tests.Weights;

/// <summary><see cref="SafetensorsWriter"/> and <see cref="SafetensorsReader"/>.</summary>
public class SafetensorsTests
{
    private static readonly WeightTensor[] Weights =
    [
        new("b", WeightType.Float32, [2, 3], Enumerable.Range(0, 24).Select(i => (byte)i).ToArray()),
        new("a\"é", WeightType.Float32, [1], new byte[] { 1, 2, 3, 4 }),
        new("steps", WeightType.Int64, [], new byte[] { 9, 0, 0, 0, 0, 0, 0, 0 }),
        new("empty", WeightType.Float32, [0, 5], Array.Empty<byte>()),
    ];

    [Fact]
    public void TheBytesAreThoseOfTheFormat()
    {
        var file = Write(new WeightTensor("w", WeightType.Float32, [1, 2], new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }));
        const string header = """{"w":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""";
        Assert.Equal([(byte)header.Length, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(header), 1, 2, 3, 4, 5, 6, 7, 8], file);
    }

    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        var read = SafetensorsReader.Read(Write(Weights));
        Assert.Equal(["steps", "a\"é", "b", "empty"], read.Select(tensor => tensor.Name));
        foreach (var expected in Weights)
        {
            var actual = Assert.Single(read, tensor => tensor.Name == expected.Name);
            Assert.Equal((expected.Type, string.Join(',', expected.Shape)), (actual.Type, string.Join(',', actual.Shape)));
            Assert.Equal(expected.Data.ToArray(), actual.Data.ToArray());
        }
    }

    [Fact]
    public void TheOrderOfTheInputDoesNotMatter()
    {
        Assert.Equal(Write(Weights), Write([.. Weights.Reverse()]));
        Assert.Equal(WeightsHash.Compute(Weights), WeightsHash.Compute(Weights.Reverse()));
    }

    [Fact]
    public void EveryTensorIsAligned()
    {
        var file = Write(Weights);
        var data = 8 + BinaryPrimitives.ReadInt64LittleEndian(file);
        Assert.Equal(0, data % 8);
        Assert.Equal("steps", SafetensorsReader.Read(file)[0].Name);
    }

    [Fact]
    public void TheWeightsHashSeesNamesShapesTypesAndBytes()
    {
        var weight = new WeightTensor("w", WeightType.Float32, [2, 1], new byte[8]);
        string[] hashes =
        [
            .. ((WeightTensor[])[
                weight,
                weight with { Name = "v" },
                weight with { Shape = [1, 2] },
                weight with { Shape = [2] },
                weight with { Type = WeightType.Int64 },
                weight with { Data = new byte[] { 0, 0, 0, 0, 0, 0, 0, 1 } },
            ]).Select(changed => WeightsHash.Compute([changed])),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Theory]
    [InlineData("[]", "not an object")]
    [InlineData("{", "not an object, padded with spaces")]
    [InlineData("", "not an object")]
    [InlineData(" {}", "not an object, padded with spaces")]
    [InlineData("{}\n", "not an object, padded with spaces")]
    [InlineData("\uFEFF{}", "not an object")]
    [InlineData("{}}", "not valid JSON")]
    [InlineData("{\"w\":[[[[[[[[[[]]]]]]]]]]}", "not valid JSON")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},}", "not valid JSON")]
    [InlineData("{\"__metadata__\":1}", "not an object of strings")]
    [InlineData("{\"__metadata__\":{\"format\":1}}", "not an object of strings")]
    [InlineData("{\"__metadata__\":{\"a\":\"b\"},\"__metadata__\":{}}", "not valid JSON")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-0,8]}}", "whole number")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2e0],\"data_offsets\":[0,8]}}", "whole number")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[9223372036854775808],\"data_offsets\":[0,8]}}", "whole number")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[\"2\"],\"data_offsets\":[0,8]}}", "whole number")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", "does not follow")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,9223372036854775807]}}", "ends outside")]
    [InlineData("{\"w\":{\"dtype\":\"f32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "f32")]
    [InlineData("{\"w\":{\"dtype\":null,\"shape\":[2],\"data_offsets\":[0,8]}}", "no dtype")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "not valid JSON")]
    [InlineData("{\"w\":1}", "'w' is not an object")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2]}}", "no data_offsets")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}", "two data_offsets")]
    [InlineData("{\"w\":{\"shape\":[2],\"data_offsets\":[0,8]}}", "no dtype")]
    [InlineData("{\"w\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}", "F16")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", "does not fit")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", "whole number")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}}", "whole number")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[4611686018427387905,4],\"data_offsets\":[0,8]}}", "does not fit")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,0],\"data_offsets\":[0,8]}}", "does not fit")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}", "does not follow")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", "ends outside")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", "bytes after")]
    [InlineData(
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"v\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "does not follow")]
    [InlineData(
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "not valid JSON")]
    public void ABrokenHeaderIsRefused(string header, string problem)
    {
        var error = Assert.Throws<InvalidDataException>(
            () => SafetensorsReader.Read(File(header, (ulong)Encoding.UTF8.GetByteCount(header))));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100UL)]
    [InlineData(1UL << 40)]
    [InlineData(ulong.MaxValue)]
    public void AClaimedHeaderLongerThanTheFileIsRefused(ulong claimed) =>
        Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(File("{}", claimed)));

    [Fact]
    public void TextThatIsNoUtf8IsRefused()
    {
        foreach (var bytes in (byte[][])[[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82]])
        {
            byte[] header = [.. "{\"__metadata__\":{\"a\":\""u8, .. bytes, .. "\"}}"u8];
            Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(File(header)));
            header = [.. "{\"w"u8, .. bytes, .. "\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}"u8];
            Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(File(header)));
        }
    }

    [Fact]
    public void AHeaderOver100MegabytesIsRefused()
    {
        var file = new byte[8 + 100_000_008];
        BinaryPrimitives.WriteInt64LittleEndian(file, 100_000_008);
        Assert.Contains(
            "longer than 100 MB", Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(file)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void MetadataIsPassedOver()
    {
        var read = SafetensorsReader.Read(
            File("""{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}   """, 88));
        Assert.Equal("w", Assert.Single(read).Name);
    }

    [Fact]
    public void WhatNoFileCanHoldIsNotWritten()
    {
        Assert.Throws<ArgumentException>(() => Write(Weights[0], Weights[0]));
        Assert.Throws<ArgumentException>(() => Write(Weights[0] with { Name = "__metadata__" }));
        Assert.Throws<ArgumentException>(() => Write(Weights[0] with { Shape = [5] }));
    }

    [Fact]
    public void EveryCutIsRefused()
    {
        var whole = Write(Weights);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(whole.AsMemory(0, length)));
        }
    }

    private static byte[] Write(params WeightTensor[] weights)
    {
        using var stream = new MemoryStream();
        SafetensorsWriter.Write(stream, weights);
        return stream.ToArray();
    }

    private static byte[] File(string header, ulong claimed)
    {
        return [.. Length(claimed), .. Encoding.UTF8.GetBytes(header), .. new byte[8]];
    }

    private static byte[] File(byte[] header) => [.. Length((ulong)header.Length), .. header];

    private static byte[] Length(ulong claimed)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, claimed);
        return length;
    }
}
