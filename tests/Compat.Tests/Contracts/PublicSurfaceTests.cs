using System.Reflection;

namespace Repro.Compat.Tests.Contracts;

/// <summary>Product code must compile against the official packages: a provider has no member that they lack.</summary>
public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData("TorchSharp", "Repro.Engine")]
    [InlineData("ImageSharp", "Repro.Compat.ImageSharp")]
    [InlineData("Verify.Xunit", "Repro.Compat.Verify.Xunit")]
    public void A_provider_offers_only_what_the_official_package_has(string package, string assembly)
    {
        var unlisted = new SurfaceComparison(ContractFile.Read(package)).Unlisted(Assembly.Load(assembly));

        Assert.True(
            unlisted.Count == 0,
            $"{unlisted.Count} public members of {assembly} are not in the contract of {package}. Make each one's name, parameters, "
            + $"order, defaults and return type those of {package}, or move it to a namespace of Repro:\n{string.Join('\n', unlisted)}");
    }

    [Theory]
    [InlineData("TorchSharp")]
    [InlineData("ImageSharp")]
    [InlineData("Verify.Xunit")]
    public void Each_known_member_has_its_reason(string package) => Assert.All(
        ContractFile.Text($"{package}.Known.txt").Split('\n').Where(line => line.StartsWith(' ')),
        line => Assert.Matches(@"\S\s+// \S", line));
}
