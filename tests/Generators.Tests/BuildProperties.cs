using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Repro.Generators.Tests;

/// <summary>The properties of the build that the compiler hands to the generator.</summary>
internal sealed class BuildProperties(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    /// <summary>A project without properties.</summary>
    public static readonly BuildProperties None = new();

    /// <summary>A project that wants a program.</summary>
    public static readonly BuildProperties Program = new(("ReproProgram", "true"));

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options((string Name, string Value)[] properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = properties.FirstOrDefault(property => $"build_property.{property.Name}" == key).Value;
            return value is not null;
        }
    }
}
