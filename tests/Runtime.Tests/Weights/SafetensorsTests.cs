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
    [InlineData("[]", "no object")]
    [InlineData("{", "not valid JSON")]
    [InlineData("{\"w\":1}", "'w' is no object")]
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
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"v\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "does not follow")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", "not valid JSON")]
    public void ABrokenHeaderIsRefused(string header, string problem)
    {
        var error = Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(File(header, (ulong)header.Length)));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100UL)]
    [InlineData(1UL << 40)]
    [InlineData(ulong.MaxValue)]
    public void AClaimedHeaderLongerThanTheFileIsRefused(ulong claimed) =>
        Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(File("{}", claimed)));

    [Fact]
    public void NoDamagedFileDoesAnythingElseThanBeRefused()
    {
        var whole = Write(Weights);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(whole.AsMemory(0, length)));
        }

        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                Assert.True(SafetensorsReader.Read(damaged).Sum(tensor => tensor.Data.Length) <= damaged.Length);
            }
            catch (InvalidDataException)
            {
                // Refused: good.
            }
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
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, claimed);
        return [.. length, .. Encoding.UTF8.GetBytes(header), .. new byte[8]];
    }
}
