using Repro.Cli.Context;
using Repro.Runtime;

namespace Repro.Cli.Tests;

public sealed class CliAppTests : IDisposable
{
    private readonly CliFixture cli = new();

    public void Dispose() => cli.Dispose();

    [Theory]
    [InlineData("repro: There is no command 'lst'. Did you mean 'list'? 'repro --help' shows what there is.\n", "lst")]
    [InlineData("repro: There is no command 'xyzzy'. 'repro --help' shows what there is.\n", "xyzzy")]
    [InlineData(
        "repro: There is no option '--epoch'. Did you mean '--epochs'? 'repro run --help' shows what there is.\n", "run", "tiny-a",
        "--epoch=3")]
    [InlineData(
        "repro: There is no experiment 'tiny-c'. Did you mean 'tiny-a'? 'repro list' shows all of them.\n", "run", "tiny-a", "tiny-c")]
    [InlineData("repro: There is no experiment 'TINY-B'. Did you mean 'tiny-b'? 'repro list' shows all of them.\n", "verify", "TINY-B")]
    [InlineData(
        "repro: There is no experiment 'other'. It is an architecture, which 'tiny-b' trains. 'repro list' shows all of them.\n", "run",
        "other")]
    [InlineData("repro: There is no experiment 'something'. 'repro list' shows all of them.\n", "accept", "something")]
    [InlineData(
        "repro: --epochs is '0', and must be a whole number from 1 to 1000000. 'repro run --help' shows what there is.\n", "run", "tiny-a",
        "--epochs", "0")]
    [InlineData(
        "repro: --threads is '-1', and must be a whole number from 1 to 1024. 'repro verify --help' shows what there is.\n", "verify",
        "--threads", "-1")]
    [InlineData(
        "repro: --epochs is 'many', and must be a whole number from 1 to 1000000. 'repro run --help' shows what there is.\n", "run",
        "tiny-a", "--epochs", "many")]
    [InlineData(
        "repro: --seed is '4294967296', and must be a whole number from 0 to 4294967295. 'repro run --help' shows what there is.\n", "run",
        "tiny-a", "--seed", "4294967296")]
    public void MisuseIsOneMessageAndExitCode2(string message, params string[] args)
    {
        var result = cli.Run(args);
        Assert.Equal((2, "", message), (result.Code, result.Out, result.Error));
    }

    // The program that runs here is that of the tests, which has another version.
    [Fact]
    public void TheVersionIsThatOfRepro()
    {
        var properties = File.ReadAllText(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "Directory.Build.props"));
        var version = properties.Split("<Version>")[1].Split("</Version>")[0];
        var result = cli.Run("--version");
        Assert.Equal((0, $"Repro {version}\n", ""), (result.Code, result.Out, result.Error));
    }

    [Fact]
    public void ALibtorchThatCannotBeLoadedIsOneMessage()
    {
        cli.Experiments[0] = new Experiment(
            cli.Experiments[0].Settings, () =>
                throw new TypeInitializationException("TorchSharp.torch", new NotSupportedException("pages")));
        var result = cli.Run("run", "tiny-a");
        Assert.Equal(1, result.Code);
        Assert.Contains(
            "repro: libtorch cannot be loaded here. On Linux it needs a libstdc++ with GLIBCXX_3.4.32", result.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("pages", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("accept")]
    [InlineData("run", "tiny-a", "--epochs")]
    [InlineData("run", "tiny-a", "--epochs", "1", "--epochs", "2")]
    [InlineData("run", "tiny-a", "--seed", "1.5")]
    [InlineData("reproduce", "tiny-c")]
    public void OtherMisuseIsExitCode2AndRunsNothing(params string[] args)
    {
        var result = cli.Run(args);
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.StartsWith("repro: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.False(Directory.Exists(cli.Join("artifacts")));
    }

    [Fact]
    public void HelpShowsTheCommands()
    {
        var result = cli.Run("--help");
        Assert.Equal(0, result.Code);
        Assert.All(
            (string[])["list", "run", "reproduce", "watch", "verify", "accept", "check", "diff", "lock-data", "trace", "bisect"],
            name => Assert.Contains($"  {name} ", result.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void ListShowsEveryExperimentInOrder()
    {
        var result = cli.Run("list");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(
            [["tiny-a", "linear", "4", "dots", "6", "4", "4", "3", "no", "no"], ["tiny-b", "other", "4", "dots", "6", "3", "4", "3", "no", "no"]], Rows(result.Out));
    }

    [Fact]
    public void ListShowsADamagedSnapshotAndAllTheOthers()
    {
        Directory.CreateDirectory(cli.Join("Snapshots"));
        File.WriteAllText(cli.Join("Snapshots", "tiny-a.verified.txt"), "damaged");
        var result = cli.Run("list");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("damaged", result.Out, StringComparison.Ordinal);
        Assert.Contains("tiny-b", result.Out, StringComparison.Ordinal);
    }

    /// <summary>The rows of a table that are about an experiment.</summary>
    internal static string[][] Rows(string table) =>
        [.. table.Split('\n').Where(line => line.Contains("tiny", StringComparison.Ordinal)).Select(Cells)];

    internal static string[] Cells(string line) =>
        line.Split(['│', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
