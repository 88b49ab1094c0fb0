using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Repro.Generators.Tests;

/// <summary>Which files are compiled, and what remains after a mistake in one.</summary>
public class FileTests
{
    private static readonly string[] CatalogOnly = ["ExperimentCatalog.g.cs", "ExperimentsSummary.g.cs"];

    [Fact]
    public void WithoutAFileNothingIsGenerated()
    {
        var result = Generation.Run(new YamlFile("other.yaml", Sample.Text));
        result.Reports();
        Assert.Empty(result.GeneratedSources);
    }

    [Theory]
    [InlineData("version: 1\n")]
    [InlineData("version: 1\ndata:\narchitectures: {}\nexperiments:\n")]
    public void AFileWithoutExperimentsGivesAnEmptyCatalog(string yaml)
    {
        var result = Generation.Run(yaml);
        result.Reports();
        Assert.Equal(CatalogOnly, result.GeneratedSources.Select(source => source.HintName));
        Assert.Empty(result.Problems());
    }

    [Fact]
    public void TheSampleCompilesWithoutAWarning()
    {
        var result = Generation.Run(Sample.Text);
        result.Reports();
        Assert.Empty(result.Problems());
        Assert.Contains("LatentDimension = 2;", result.Class("Small"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyFileLacksItsVersion() =>
        Generation.Run("").Reports("(1,1) REPRO005: experiments.yaml: needs the key 'version', 1, the version of the language");

    [Fact]
    public void AFileThatCannotBeReadIsReported() =>
        Generation.Run(new YamlFile(Generation.Path, null)).Reports("(1,1) REPRO020: experiments.yaml: this file cannot be read as text");

    [Fact]
    public void AFileThatFailsToBeReadIsReported() =>
        Generation.Run(new FailingFile(() => throw new IOException("The disk is gone.")))
            .Reports("(1,1) REPRO020: experiments.yaml: this file cannot be read as text");

    [Fact]
    public void AMistakeOfTheProgramIsNotTakenForAFileThatCannotBeRead() =>
        Assert.IsType<InvalidOperationException>(Generation.Run(new FailingFile(() => throw new InvalidOperationException())).Exception);

    [Fact]
    public void ASecondFileIsReportedAndTheFirstIsCompiled()
    {
        var result = Generation.Run(new YamlFile("first/experiments.yaml", Sample.Text), new YamlFile(Generation.Path, Sample.Text));
        result.Reports(
            "(1,1) REPRO019: experiments.yaml: this project already compiles first/experiments.yaml; it can have one experiments.yaml");
        Assert.Empty(result.Problems());
    }

    [Fact]
    public void EveryMistakeIsReportedAtOnceAndTheRestIsGenerated()
    {
        var result = Generation.Run(Sample.Text + """
              second: { like: first, seed: x, epoch: 3 }
              third: { like: first, architecture: smal }
              fourth: { like: first, seed: 4 }

            """);
        result.Reports(
            "(25,32) REPRO006: experiments.second.seed: must be a whole number from 0 to 4294967295, but is the text 'x'",
            "(25,35) REPRO003: experiments.second.epoch: there is no such key. Did you mean 'epochs'?",
            "(26,39) REPRO008: experiments.third.architecture: there is no architecture 'smal'. Did you mean 'small'?");
        Assert.Equal(
            ["ExperimentCatalog.g.cs", "ExperimentsSummary.g.cs", "First.g.cs", "Fourth.g.cs", "Small.g.cs"],
            result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));
        Assert.Empty(result.Problems());
    }

    [Fact]
    public void WhatUsesSomethingWrongIsNotReportedAgain() =>
        Generation.Run(Sample.With("latent: 2", "latent: 0")).Reports(
            "(8,13) REPRO007: architectures.small.latent: must be a whole number from 1 to 65536, but is 0");

    [Fact]
    public void LineEndsOfWindowsChangeNothing()
    {
        var windows = Generation.Run(Sample.Text.ReplaceLineEndings("\r\n"));
        windows.Reports();
        Assert.Equal(Generation.Run(Sample.Text).Text(), windows.Text());
        Assert.DoesNotContain('\r', windows.Text());
    }
}

/// <summary>A file that cannot be read.</summary>
internal sealed class FailingFile(Action fail) : AdditionalText
{
    public override string Path => Generation.Path;

    public override SourceText? GetText(CancellationToken cancellationToken = default)
    {
        fail();
        return null;
    }
}
