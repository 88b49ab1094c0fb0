using Microsoft.CodeAnalysis;

namespace Repro.Generators.Tests.Document;

/// <summary>The key <c>include</c>.</summary>
public class IncludeTests
{
    private const string More = "version: 1\nexperiments:\n  second: { like: first, seed: 2 }\n";

    [Fact]
    public void TheExperimentsOfBothFilesAreOne()
    {
        var result = Run("include: [experiments/more.yaml]", ("experiments/more.yaml", More));
        Assert.Empty(result.Diagnostics);
        Assert.Contains("Seed = 2;", result.Class("Second"), StringComparison.Ordinal);
        Assert.Contains("First.Settings", result.Class("ExperimentCatalog").Split("Second.Settings")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void AnIncludedFileCanIncludeOthersRelativeToTheFirst() =>
        Assert.Empty(Run("include: [a/one.yaml]", ("a/one.yaml", "version: 1\ninclude: [b/two.yaml]\n"), ("b/two.yaml", More)).Diagnostics);

    [Fact]
    public void AFileThatIsNotIncludedIsNotRead() => Assert.Empty(Run("include: []", ("other.yaml", "[")).Diagnostics);

    [Theory]
    [InlineData("include: more.yaml", "experiments.yaml(2,10): error REPRO006: include: must be a list of .yaml files inside the folder "
        + "of experiments.yaml, with forward slashes, such as [experiments/sweeps.yaml], but is the text 'more.yaml'")]
    [InlineData("include: [../more.yaml]", "experiments.yaml(2,11): error REPRO007: include.1: must be a list of .yaml files inside the "
        + "folder of experiments.yaml, with forward slashes, such as [experiments/sweeps.yaml], but is the text '../more.yaml'")]
    [InlineData("include: [experiments/mroe.yaml]", "experiments.yaml(2,11): error REPRO040: include.1: the build does not know a file "
        + "'experiments/mroe.yaml'; put it into the folder 'experiments' beside experiments.yaml, or hand it to the compiler as an "
            + "AdditionalFiles item")]
    [InlineData("include: [experiments/more.yaml, experiments/more.yaml]", "experiments.yaml(2,34): error REPRO041: include.2: "
        + "'experiments/more.yaml' is a part of this document already; a file can be included once")]
    [InlineData("include: [experiments.yaml]", "experiments.yaml(2,11): error REPRO041: include.1: 'experiments.yaml' is a part of this "
        + "document already; a file can be included once")]
    public void AMistakeIsReportedWhereItStands(string include, string expected) =>
        Assert.Equal([expected], Messages(Run(include, ("experiments/more.yaml", More))));

    [Fact]
    public void ACircleIsReportedInTheFileThatClosesIt() =>
        Assert.Equal(
            ["experiments/more.yaml(2,11): error REPRO041: include.1: 'experiments.yaml' is a part of this document already; a file can "
                + "be included once"],
            Messages(Run("include: [experiments/more.yaml]", ("experiments/more.yaml", "version: 1\ninclude: [experiments.yaml]\n"))));

    [Fact]
    public void AMistakeInAnIncludedFileIsReportedThere() =>
        Assert.Equal(
            [
                "experiments/more.yaml(3,3): error REPRO004: experiments.first: this key is already on line 18 of experiments.yaml; it "
                + "can be given once",
                "experiments/more.yaml(4,32): error REPRO007: experiments.second.seed: must be a whole number from 0 to 4294967295, but "
                + "is -1",
            ],
            Messages(Run(
                "include: [experiments/more.yaml]",
                ("experiments/more.yaml", "version: 1\nexperiments:\n  first: { like: second }\n  second: { like: first, seed: -1 }\n"))));

    private static GeneratorRunResult Run(string include, params (string Path, string Text)[] others) =>
        Generation.Run([new YamlFile(Generation.Path, Sample.With("version: 1", $"version: 1\\n{include}")), .. others.Select(
            other => new YamlFile(other.Path, other.Text))]);

    private static IEnumerable<string> Messages(GeneratorRunResult result)
    {
        Assert.Null(result.Exception);
        return result.Diagnostics.Select(Reporting.Text);
    }
}
