using Microsoft.CodeAnalysis;

namespace Repro.Generators.Tests;

/// <summary>An edit regenerates what it changes and nothing else.</summary>
public class CachingTests
{
    private const string More =
        """
          second: { like: first, seed: 2 }
          third: { like: first, architecture: other }

        """;

    private static readonly string Yaml = Sample.With("experiments:", "  other: { like: small, latent: 3 }\\nexperiments:") + More;

    private static readonly string[] All = ["ExperimentCatalog", "ExperimentsSummary", "First", "Other", "Second", "Small", "Third"];

    [Fact]
    public void AChangeOfCSharpRecomputesNothing()
    {
        var driver = Generation.Driver(BuildProperties.Program, new YamlFile(Generation.Path, Yaml)).RunGenerators(Compilation.Of());
        var second = driver.RunGenerators(Compilation.Of("internal class Edited;")).GetRunResult().Results.Single();
        AssertNothingRan(second);
    }

    [Fact]
    public void TheSameTextInAnotherFileObjectRecomputesNothing() => AssertNothingRan(Edited(Yaml, Yaml).Second);

    [Fact]
    public void AnotherAdditionalFileRecomputesNothing()
    {
        var driver = Generation.Driver(BuildProperties.Program, new YamlFile(Generation.Path, Yaml)).RunGenerators(Compilation.Of());
        driver = driver.AddAdditionalTexts([new YamlFile("readme.txt", "some: text")]).RunGenerators(Compilation.Of());
        AssertNothingRan(driver.GetRunResult().Results.Single());
    }

    [Fact]
    public void ACommentIsReadButWritesNothing()
    {
        var edited = Yaml.Replace("latent: 2", "latent: 2 # a comment", StringComparison.Ordinal);
        Assert.Empty(Rewritten(Yaml, edited));
        Assert.Equal(IncrementalStepRunReason.Unchanged, Assert.Single(Reasons(Edited(Yaml, edited).Second, Steps.Compiled)));
    }

    [Theory]
    [InlineData("seed: 2", "seed: 3", "Second")]
    [InlineData("second:", "fourth:", "ExperimentCatalog", "ExperimentsSummary", "Fourth")]
    [InlineData("latent: 3", "latent: 4", "Other", "Third")]
    [InlineData("    kind: variational", "    latent: 2\\n    kind: variational")]
    [InlineData("seed: 1", "seed: x", "ExperimentCatalog", "ExperimentsSummary")]
    [InlineData("seed: 2", "seed: x", "ExperimentCatalog", "ExperimentsSummary")]
    [InlineData("epochs: 5", "epochs: 6", "First", "Second", "Third")]
    public void AChangeRewritesWhatItChanges(string old, string replacement, params string[] classes)
    {
        Assert.Contains(old, Yaml, StringComparison.Ordinal);
        var edited = Yaml.Replace("    latent: 2\n", old.StartsWith(' ') ? "" : "    latent: 2\n", StringComparison.Ordinal)
            .Replace(old, replacement.Replace("\\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(classes, Rewritten(Yaml, edited));
    }

    [Fact]
    public void AllIsWrittenTheFirstTime()
    {
        Assert.Equal(All, Rewritten("", Yaml));
        Assert.Equal(["ExperimentCatalog", "ExperimentsSummary"], Rewritten(Yaml, ""));
    }

    private static void AssertNothingRan(GeneratorRunResult result)
    {
        IncrementalStepRunReason[] same = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];
        Assert.All(Steps.All, step => Assert.All(Reasons(result, step), reason => Assert.Contains(reason, same)));
        Assert.NotEmpty(result.TrackedOutputSteps);
        Assert.All(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step)
    {
        Assert.True(result.TrackedSteps.ContainsKey(step), step);
        return result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);
    }

    /// <summary>The classes that an edit writes again. The text of every other class is the same object.</summary>
    private static string[] Rewritten(string yaml, string edited)
    {
        var (first, second) = Edited(yaml, edited);
        return
        [
            .. second.GeneratedSources
                .Where(source => !first.GeneratedSources.Any(old => ReferenceEquals(old.SourceText, source.SourceText)))
                .Select(source => source.HintName[..^".g.cs".Length])
                .Order(StringComparer.Ordinal),
        ];
    }

    private static (GeneratorRunResult First, GeneratorRunResult Second) Edited(string yaml, string edited)
    {
        var file = new YamlFile(Generation.Path, yaml);
        var driver = Generation.Driver(BuildProperties.Program, file).RunGenerators(Compilation.Of());
        var first = driver.GetRunResult().Results.Single();
        driver = driver.ReplaceAdditionalText(file, new YamlFile(Generation.Path, edited)).RunGenerators(Compilation.Of());
        return (first, driver.GetRunResult().Results.Single());
    }
}
