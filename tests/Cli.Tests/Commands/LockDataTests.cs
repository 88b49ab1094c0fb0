using Repro.Runtime.Data;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Commands;

/// <summary><c>repro lock-data</c>.</summary>
public sealed class LockDataTests : IDisposable
{
    private readonly CliFixture cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void ItWritesTheLockAndSaysWhatExperimentsYamlMustHave()
    {
        var hash = DataLock.Of(cli.Root, Tiny.Settings.Data).Sha256;
        var result = cli.Run("lock-data", "dots", "dots");
        Assert.Equal(
            (0, $"Locked 6 images of 'dots' in 'data/dots.lock'. In experiments.yaml, give the data set: sha256: {hash}\n", ""),
            (result.Code, result.Out, result.Error));
        Assert.Equal(6, File.ReadAllLines(cli.Join("data", "dots.lock")).Length);

        UseLock(hash);
        Assert.EndsWith("experiments.yaml has its sha256.\n", cli.Run("lock-data", "dots").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void AChangedImageStopsTheCommandsThatTrainUntilItIsLocked()
    {
        cli.Run("lock-data", "dots");
        UseLock(DataLock.Of(cli.Root, Tiny.Settings.Data).Sha256);
        Assert.Equal(0, cli.Run("run", "tiny-a").Code);

        File.WriteAllBytes(cli.Join("data", "dots", "dot-1.png"), Tiny.Image(9).ToPng());
        foreach (var command in (string[][])[["run", "tiny-a"], ["reproduce"], ["accept", "tiny-a"]])
        {
            var result = cli.Run(command);
            Assert.Equal(
                (1, "repro: data set 'dots': the images are not the locked ones: changed 'dot-1.png'. Restore them, or accept them "
                    + "with: repro lock-data dots\n"),
                (result.Code, result.Error));
        }

        Assert.Equal(0, cli.Run("lock-data", "dots").Code);
        UseLock(DataLock.Of(cli.Root, Tiny.Settings.Data).Sha256);
        Assert.Equal(0, cli.Run("run", "tiny-a").Code);
    }

    [Fact]
    public void AFileThatOnlyItsCaseKeepsOutIsNoted()
    {
        File.Copy(Directory.GetFiles(cli.Join("data", "dots"), "*.png")[0], cli.Join("data", "dots", "more.PNG"));
        foreach (var command in (string[][])[["lock-data", "dots"], ["run", "tiny-a"]])
        {
            var result = cli.Run(command);
            Assert.Equal(0, result.Code);
            Assert.Contains(
                "Note: data set 'dots': 'more.PNG' is left out, because letters match by case.", result.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AnUnknownDataSetIsMisuse()
    {
        var result = cli.Run("lock-data", "dot");
        Assert.Equal(
            (2, "", "repro: No experiment has a data set 'dot'. Did you mean 'dots'? 'repro list' shows all of them.\n"), (
                result.Code, result.Out, result.Error));
        Assert.Equal(2, cli.Run("lock-data").Code);
    }

    [Fact]
    public void ABrokenImageIsNamedAndNothingIsWritten()
    {
        File.WriteAllText(cli.Join("data", "dots", "dot-1.png"), "broken");
        var result = cli.Run("lock-data", "dots");
        Assert.Equal(1, result.Code);
        Assert.StartsWith(
            "repro: data set 'dots': 'data/dots/dot-1.png' is not a readable image: ", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(cli.Join("data", "dots.lock")));
    }

    private void UseLock(string hash)
    {
        for (var i = 0; i < cli.Experiments.Count; i++)
        {
            var settings = cli.Experiments[i].Settings;
            cli.Experiments[i] = Tiny.Create(settings with { Data = settings.Data with { Sha256 = hash } });
        }
    }
}
