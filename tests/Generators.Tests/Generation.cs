using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Repro.Generators.Vocabulary;

namespace Repro.Generators.Tests;

/// <summary>Runs the generator on the text of an <c>experiments.yaml</c>.</summary>
internal static class Generation
{
    public const string Path = "experiments.yaml";

    private static readonly string[] Roots =
        [$"{GlobalNames.Torch}.", $"{GlobalNames.Modules}.", $"{GlobalNames.Runtime}.", $"{GlobalNames.Generated}.", "global::"];

    public static GeneratorRunResult Run(string yaml) => Run(new YamlFile(Path, yaml));

    public static GeneratorRunResult Run(params AdditionalText[] files) =>
        Driver(files).RunGenerators(Compilation.Of()).GetRunResult().Results.Single();

    public static GeneratorDriver Driver(params AdditionalText[] files) => Driver(BuildProperties.None, files);

    public static GeneratorDriver Driver(BuildProperties properties, params AdditionalText[] files) =>
        CSharpGeneratorDriver.Create(
            [new ExperimentsGenerator().AsSourceGenerator()],
            files,
            (CSharpParseOptions)Compilation.Of().SyntaxTrees.First().Options,
            properties,
            new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated files, ordered by name, as one text.</summary>
    public static string Text(this GeneratorRunResult result)
    {
        var text = new StringBuilder();
        foreach (var source in result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal))
        {
            text.Append("// ==== ").Append(source.HintName).Append(" ====\n").Append(source.SourceText).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The generated file of a class, with the short type names that a person would write.</summary>
    public static string Class(this GeneratorRunResult result, string name) => Roots.Aggregate(
        result.GeneratedSources.Single(source => source.HintName == $"{name}.g.cs").SourceText.ToString(),
        (text, root) => text.Replace(root, "", StringComparison.Ordinal));
}

/// <summary>An additional file held in memory; <c>null</c> is a file that cannot be read.</summary>
internal sealed class YamlFile(string path, string? text) : AdditionalText
{
    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) =>
        text is null ? null : SourceText.From(text, Encoding.UTF8);
}
