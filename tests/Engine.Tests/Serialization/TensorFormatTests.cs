using TorchSharp;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Serialization;

public sealed class TensorFormatTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("repro-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void TheBytesAreTypeAxesSizesAndElements()
    {
        using var stream = new MemoryStream();
        using var x = arange(300, ScalarType.Byte).view(2, 150).t();
        x.Save(stream);
        Assert.Equal([0, 2, 150, 1, 2, 0, 150, 1, 151], stream.ToArray()[..9]);
        Assert.Equal(5 + 300, stream.Length);
        Assert.Equal([6, 0, 0, 0, 128, 63], Bytes(tensor(1f)));
        Assert.Equal([11, 1, 2, 1, 0], Bytes(tensor(new[] { true, false })));
    }

    [Fact]
    public void ATensorComesBackFromAFile()
    {
        using var scope = NewDisposeScope();
        var location = Path.Combine(folder, "tensor.dat");
        var x = Samples.Tensor(1, 3, 4);
        x.Save(location);
        var y = zeros(4, 3).t();
        using var reader = new BinaryReader(File.OpenRead(location));
        y.Load(reader);
        Bits.Equal(x.Values(), y.Values(), "tensor");
    }

    [Fact]
    public void DataCanBePassedOver()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        zeros(5000).Save(stream);
        full(2, 7f).Save(stream);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        var x = ones(1);
        x.Load(reader, skip: true);
        var y = ones(2);
        y.Load(reader);
        Assert.Equal([1], x.Values());
        Assert.Equal([7, 7], y.Values());
    }

    [Fact]
    public void OtherAndDamagedDataIsRefused()
    {
        using var scope = NewDisposeScope();
        var bytes = Bytes(zeros(2, 3));
        Assert.Contains("[2, 3]", Assert.Throws<ArgumentException>(() => Load(zeros(3, 2), bytes)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Load(zeros(2, 3, ScalarType.Int32), bytes));
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes[..length];
            Assert.Throws<InvalidDataException>(() => Load(zeros(2, 3), cut));
        }

        Assert.Throws<InvalidDataException>(() => Load(zeros(2, 3), [99, 2, 2, 3]));
        Assert.Throws<InvalidDataException>(() => Load(zeros(2, 3), [.. Enumerable.Repeat((byte)255, 20)]));
        Assert.Contains("Tensor.Save", Assert.Throws<NotSupportedException>(() => save(zeros(1), "x")).Message, StringComparison.Ordinal);
        Assert.Contains("Tensor.Load", Assert.Throws<NotSupportedException>(() => load("x")).Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(Tensor x)
    {
        using var stream = new MemoryStream();
        x.Save(stream);
        return stream.ToArray();
    }

    private static void Load(Tensor x, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        x.Load(reader);
    }
}
