using System.Reflection;

namespace Repro.Compat.Tests.Contracts;

/// <summary>Product code must compile against the official packages: a provider has no member that they lack.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly OfficialSurface TorchSharp = OfficialSurface.Parse(ContractFile.Text("TorchSharp.txt"));
    private static readonly Type[] EngineTypes =
        [.. Assembly.Load("Repro.Engine").GetExportedTypes().Where(
            type => type.Namespace!.StartsWith("TorchSharp", StringComparison.Ordinal))];

    [Fact]
    public void TheEngineOffersOnlyWhatTorchSharpHas()
    {
        var beyond = TorchSharp.Beyond(EngineTypes).ToList();

        Assert.True(
            beyond.Count == 0,
            $"{beyond.Count} public members of the engine are not in TorchSharp.txt, the public surface of TorchSharp. Make each one's "
            + $"name, parameters, "
            + $"order, defaults and return type those of TorchSharp, or move it to a namespace of Repro:\n{string.Join('\n', beyond)}");
    }

    [Fact]
    public void OverloadsThatTheEngineLacksAreListedWithTheirReason()
    {
        var lines = ContractFile.Text("TorchSharp.Lacking.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var listed = lines.Where(line => line[0] != '#').ToList();
        var lacking = TorchSharp.Lacking(EngineTypes);
        var (missing, dead) = (lacking.Except(listed).ToList(), listed.Except(lacking).ToList());

        Assert.StartsWith("#", lines[0], StringComparison.Ordinal);
        Assert.True(
            missing.Count == 0,
            $"Add these overloads of TorchSharp, or say in TorchSharp.Lacking.txt why not:\n{string.Join('\n', missing)}");
        Assert.True(dead.Count == 0, $"TorchSharp.Lacking.txt has lines that are not lacking:\n{string.Join('\n', dead)}");
    }

    [Theory]
    [InlineData("ImageSharp", "Repro.Compat.ImageSharp")]
    [InlineData("Verify.Xunit", "Repro.Compat.Verify.Xunit")]
    public void AProviderOffersOnlyWhatTheOfficialPackageHas(string package, string assembly)
    {
        var unlisted = new SurfaceComparison(ContractFile.Read(package)).Unlisted(Assembly.Load(assembly));

        Assert.True(
            unlisted.Count == 0,
            $"{unlisted.Count} public members of {assembly} are not in the contract of {package}. Make each one's name, parameters, "
            + $"order, defaults and return type those of {package}, or move it to a namespace of Repro:\n{string.Join('\n', unlisted)}");
    }

    [Theory]
    [InlineData("ImageSharp")]
    [InlineData("Verify.Xunit")]
    public void EachKnownMemberHasItsReason(string package) => Assert.All(
        ContractFile.Text($"{package}.Known.txt").Split('\n').Where(line => line.StartsWith(' ')),
        line => Assert.Matches(@"\S\s+// \S", line));
}
