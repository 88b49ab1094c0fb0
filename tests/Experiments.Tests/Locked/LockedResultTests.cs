using Repro.Runtime;
using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Verification;
using Xunit.Sdk;

namespace Repro.Experiments.Tests.Locked;

public sealed class LockedResultTests : IDisposable
{
    private static readonly Experiment Experiment = Tiny.Create(Tiny.Settings with { Epochs = 12, Captures = [10, 12] });
    private readonly TemporaryFolder folder = new();
    private readonly DataSet data = Tiny.Data();

    public void Dispose()
    {
        data.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheSameResultPassesAndTakesAwayWhatWasReceivedEarlier(bool full)
    {
        Lock();
        await File.WriteAllTextAsync(folder.Join("tiny.received.txt"), "of an earlier difference");
        await LockedResult.Verify(Train(Experiment, full), folder.Path);
        Assert.Empty(Received());
    }

    [Fact]
    public async Task ADifferenceNamesTheFirstEpochAndLeavesNumbersAndPictures()
    {
        Lock();
        var other = new Experiment(
            Experiment.Settings,
            () => new TinyRun { AtStep = (step, _, loss) => step < 9 ? loss : loss with { Total = loss.Total * 1.5f } });
        var rerun = Train(other, full: false);
        var failure = await Assert.ThrowsAsync<FailException>(() => LockedResult.Verify(rerun, folder.Path));
        Assert.Contains("tiny differs from its snapshot first at epoch 5: loss ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("\n-     5  ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("\n+     5  ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("tiny: epoch-010-samples has the pixels ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("If the change is wanted: repro run tiny, then: repro accept tiny", failure.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["tiny-epoch-010-interpolation.received.png", "tiny-epoch-010-reconstructions.received.png", "tiny-epoch-010-samples.received.png", "tiny.received.txt"],
            Received());
        Assert.Equal(
            SnapshotWriter.Write(rerun.Snapshot),
            SnapshotWriter.Write(SnapshotParser.Parse(await File.ReadAllTextAsync(folder.Join("tiny.received.txt")), "x")));
    }

    [Fact]
    public async Task ReceivedFilesOfAFullRerunMovedOverTheVerifiedOnesAreTheNewLock()
    {
        Lock();
        var other = new Experiment(
            Experiment.Settings,
            () => new TinyRun { AtStep = (step, _, loss) => step < 9 ? loss : loss with { Total = loss.Total * 1.5f } });
        var rerun = Train(other, full: true);
        await Assert.ThrowsAsync<FailException>(() => LockedResult.Verify(rerun, folder.Path));
        foreach (var file in Received())
        {
            File.Move(folder.Join(file), folder.Join(file.Replace(".received.", ".verified.", StringComparison.Ordinal)), overwrite: true);
        }

        var snapshots = new SnapshotFolder(folder.Path);
        Assert.Null(SnapshotComparison.Compare(snapshots.TryRead("tiny")!, rerun.Snapshot));
        Assert.Empty(new SnapshotCheck(snapshots).Problems("tiny"));
    }

    [Fact]
    public async Task AnotherPackingOfTheSamePixelsPasses()
    {
        Lock();
        foreach (var file in Directory.GetFiles(folder.Path, "*.png"))
        {
            using var image = SixLabors.ImageSharp.Image.Load<SixLabors.ImageSharp.PixelFormats.Rgba32>(File.ReadAllBytes(file));
            SixLabors.ImageSharp.ImageExtensions.SaveAsPng(image, file);
        }

        await LockedResult.Verify(Train(Experiment, full: true), folder.Path);
    }

    [Fact]
    public async Task WithoutASnapshotItFails()
    {
        var failure = await Assert.ThrowsAsync<FailException>(() => LockedResult.Verify(Train(Experiment, full: false), folder.Path));
        Assert.Contains("tiny.verified.txt", failure.Message, StringComparison.Ordinal);
        Assert.Equal(4, Received().Length);
    }

    [Fact]
    public async Task ADamagedSnapshotFailsWithItsLine()
    {
        Lock();
        var path = folder.Join("tiny.verified.txt");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("seed ", "sead ", StringComparison.Ordinal));
        var failure = await Assert.ThrowsAsync<FailException>(() => LockedResult.Verify(Train(Experiment, full: false), folder.Path));
        Assert.Contains("the verified file(5): the field 'seed' was expected", failure.Message, StringComparison.Ordinal);
    }

    private void Lock()
    {
        var rerun = Train(Experiment, full: true);
        new SnapshotFolder(folder.Path).Accept(
            rerun.Snapshot, entry => rerun.Captures.Single(capture => capture.FileName == entry.FileName).Picture);
    }

    private ReceivedResult Train(Experiment experiment, bool full) =>
        ReceivedResult.Train(experiment, data, full, new Observer(), CancellationToken.None);

    private string[] Received() =>
        [.. Directory.GetFiles(folder.Path, "*.received.*").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
