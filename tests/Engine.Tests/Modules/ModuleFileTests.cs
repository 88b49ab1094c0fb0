using static TorchSharp.torch;

namespace Repro.Engine.Tests.Modules;

public sealed class ModuleFileTests : IDisposable
{
    private readonly string location = Path.Combine(Directory.CreateTempSubdirectory("repro-").FullName, "module.dat");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(location)!, recursive: true);

    [Fact]
    public void AModuleComesBackFromItsFile()
    {
        using var scope = NewDisposeScope();
        using var from = Network();
        using var to = Network();
        var loaded = new Dictionary<string, bool>();
        from.save(location);
        Assert.Equal([7, 8, .. "0.weight"u8, 6, 2, 2, 3], File.ReadAllBytes(location)[..14]);
        to.load(location, loadedParameters: loaded);
        Assert.All(loaded.Values, Assert.True);
        foreach (var (name, tensor) in from.state_dict())
        {
            Assert.True(tensor.allclose(to.state_dict()[name], rtol: 0, atol: 0), name);
        }
    }

    [Fact]
    public void AModuleComesBackFromAStreamWhichIsClosed()
    {
        using var scope = NewDisposeScope();
        var (from, to) = (nn.Linear(3, 2), nn.Linear(3, 2));
        using var written = new MemoryStream();
        from.save(written);
        var stream = new MemoryStream(written.ToArray());
        Assert.Same(to, to.load(stream));
        Assert.Equal(from.weight.data<float>().ToArray(), to.weight.data<float>().ToArray());
        Assert.False(stream.CanRead);
    }

    [Fact]
    public void SkippedNamesAreNeitherWrittenNorRead()
    {
        using var scope = NewDisposeScope();
        using var from = Network();
        using var to = Network();
        var weight = to.state_dict()["0.weight"].clone();
        from.save(location);
        to.load(location, skip: ["0.weight"]);
        Assert.True(weight.allclose(to.state_dict()["0.weight"], rtol: 0, atol: 0));
        Assert.True(from.state_dict()["0.bias"].allclose(to.state_dict()["0.bias"], rtol: 0, atol: 0));
        from.save(location, skip: ["0.weight"]);
        Assert.Contains("'0.weight'", Assert.Throws<ArgumentException>(() => to.load(location)).Message, StringComparison.Ordinal);
        to.load(location, strict: false);
    }

    [Fact]
    public void AnotherModuleIsRefused()
    {
        using var scope = NewDisposeScope();
        using var from = Network();
        using var other = nn.Sequential(nn.ReLU(), nn.Linear(3, 2));
        from.save(location);
        Assert.Contains(
            "no such parameter", Assert.Throws<ArgumentException>(() => other.load(location)).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => other.load(location + "x"));
    }

    [Fact]
    public void DamagedDataChangesNothing()
    {
        using var scope = NewDisposeScope();
        using var from = Network();
        using var to = Network();
        from.save(location);
        var bytes = File.ReadAllBytes(location);
        var weight = to.state_dict()["0.weight"].clone();
        for (var length = 0; length < bytes.Length; length += 3)
        {
            File.WriteAllBytes(location, bytes[..length]);
            Assert.Throws<InvalidDataException>(() => to.load(location));
        }

        Assert.True(weight.allclose(to.state_dict()["0.weight"], rtol: 0, atol: 0));
    }

    private static TorchSharp.Modules.Sequential Network() => nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2));
}
