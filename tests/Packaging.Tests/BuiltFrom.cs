using System.Reflection;

namespace Repro.Packaging.Tests;

/// <summary>What these tests were built from.</summary>
internal static class BuiltFrom
{
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The folder of the packages that this repository was restored with, so that a test needs no network.</summary>
    public static string PackageCache { get; } = Metadata("PackageCache");

    public static string Repository { get; } = Metadata("Repository");

    private static string Metadata(string key) =>
        typeof(BuiltFrom).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
