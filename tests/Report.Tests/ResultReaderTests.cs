using Repro.Runtime;
using Repro.Runtime.Data;
using Repro.Runtime.Files;
using Repro.Runtime.Metrics;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Report.Tests;

public sealed class ResultReaderTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly DataSet data = Tiny.Data();

    private SnapshotFolder Snapshots => new(root.Join("Snapshots"));

    public void Dispose()
    {
        data.Dispose();
        root.Dispose();
    }

    [Fact]
    public void WithoutRunAndLockThereIsNothing()
    {
        var result = Read();
        Assert.Equal((ResultSource.None, LockState.NotLocked, "tiny has no finished run."), (result.Source, result.Lock, result.Note));
        Assert.Null(result.Snapshot);
    }

    [Fact]
    public void AFinishedRunHasItsNumbersRatesPicturesAndRecord()
    {
        var run = Train();
        var result = Read();
        Assert.Equal((ResultSource.Run, LockState.NotLocked, ""), (result.Source, result.Lock, result.Note));
        Assert.Equal(SnapshotWriter.Write(run.Snapshot), SnapshotWriter.Write(result.Snapshot!));
        Assert.Equal(run.Snapshot.Epochs.Select(epoch => epoch.LearningRate!.Value), result.LearningRates);
        var map = LatentMap.Draw(Tiny.Experiment, run, data);
        Assert.Equal((LatentMapKind.BetweenImages, map.Picture.Hash), (result.Map!.Kind, result.Map.Hash));
        Assert.Equal(new FixedClock().GetUtcNow(), result.Record!.Finished);
        Assert.Equal(run.Snapshot.Pictures, result.Pictures.Select(picture => picture.Entry));
        Assert.Equal("artifacts/tiny/captures/epoch-002-reconstructions.png", result.Pictures[0].File);
        Assert.Equal(
            File.ReadAllBytes(root.Join("artifacts", "tiny", "captures", "epoch-002-reconstructions.png")), result.Pictures[0].Png);
    }

    [Fact]
    public void ARunIsComparedWithItsLock()
    {
        Lock();
        Assert.Equal((LockState.Same, ""), (Read().Lock, Read().Note));
        var other = Snapshots.TryRead("tiny")!.With(3, epoch => epoch with { Loss = 1 });
        AtomicFile.WriteText(Snapshots.VerifiedPath("tiny"), SnapshotWriter.Write(other), byteOrderMark: true);
        Assert.Equal(LockState.Different, Read().Lock);
        Assert.StartsWith("tiny differs from its snapshot first at epoch 3: loss ", Read().Note, StringComparison.Ordinal);
        File.WriteAllText(Snapshots.VerifiedPath("tiny"), "damaged");
        Assert.Equal((ResultSource.Run, LockState.Damaged), (Read().Source, Read().Lock));
        Assert.Contains("tiny.verified.txt(1): ", Read().Note, StringComparison.Ordinal);
        Assert.DoesNotContain(root.Path, Read().Note, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutARunWhatIsLockedIsShown()
    {
        Lock();
        var locked = Snapshots.TryRead("tiny")!;
        Directory.Delete(root.Join("artifacts"), recursive: true);
        var result = Read();
        Assert.Equal(
            (ResultSource.Lock, LockState.NotCompared, "tiny has no finished run. What is shown is what is locked."),
            (result.Source, result.Lock, result.Note));
        Assert.Equal(SnapshotWriter.Write(locked), SnapshotWriter.Write(result.Snapshot!));
        Assert.Equal(locked.Pictures, result.Pictures.Select(picture => picture.Entry));
        Assert.Null(result.Record);
        Assert.Null(result.Map);
        Assert.Empty(result.LearningRates);
    }

    [Fact]
    public void ALockOfAnotherSpecificationIsNotShown()
    {
        Lock();
        var result = new ResultReader(root.Path, Snapshots).Read(Tiny.Create(Tiny.Settings with { SpecHash = Samples.HashB }), () => data);
        Assert.Equal((ResultSource.None, LockState.Different), (result.Source, result.Lock));
        Assert.StartsWith("tiny has changed since its run in 'artifacts", result.Note, StringComparison.Ordinal);
        Assert.EndsWith("tiny has changed in experiments.yaml since it was locked.", result.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void AChangedPictureIsNotShown()
    {
        Lock();
        Directory.Delete(root.Join("artifacts"), recursive: true);
        File.WriteAllBytes(Snapshots.VerifiedPicturePath("tiny", "epoch-004-samples"), Tiny.Image(3).ToPng());
        File.WriteAllText(Snapshots.VerifiedPicturePath("tiny", "epoch-002-samples"), "broken");
        var result = Read();
        Assert.Equal((4, LockState.Damaged), (result.Pictures.Count, result.Lock));
        Assert.Contains(
            "The picture 'Snapshots/tiny-epoch-004-samples.verified.png' is not the one that is named.", result.Note,
            StringComparison.Ordinal);
        Assert.Contains(
            "The picture 'Snapshots/tiny-epoch-002-samples.verified.png' cannot be read: ", result.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void ImagesThatCannotBeLoadedLeaveTheLock()
    {
        Lock();
        var result = new ResultReader(root.Path, Snapshots).Read(Tiny.Experiment, () => throw new ReproException("The images are gone."));
        Assert.Equal((ResultSource.Lock, "The images are gone. What is shown is what is locked."), (result.Source, result.Note));
    }

    [Fact]
    public void OverriddenRunsAreReadAsSuch()
    {
        Lock();
        Train(Tiny.Experiment.With(epochs: 3));
        Train(Tiny.Experiment.With(epochs: 2, seed: 7));
        var runs = ReadOverridden(out var left);
        Assert.Empty(left);
        Assert.Equal(["tiny.epochs-2.seed-7", "tiny.epochs-3"], runs.Select(run => run.Name));
        Assert.All(runs, run => Assert.Equal((ResultSource.Run, LockState.Overridden, "tiny"), (run.Source, run.Lock, run.Settings.Name)));
        Assert.Equal([new OverriddenSetting("epochs", 2, 4), new OverriddenSetting("seed", 7, 3)], runs[0].Overridden!.Settings);
        Assert.Equal(
            "This run was given epochs 3 in place of 4. It is not the run that experiments.yaml describes, and is not compared with "
            + "what is locked.", runs[1].Note);
        Assert.Equal((3, 3L, 3), (runs[1].Settings.Epochs, runs[1].Settings.Seed, runs[1].Snapshot!.Epochs.Count));
        Assert.Equal(LockState.Same, Read().Lock);
    }

    [Fact]
    public void AnOverriddenRunThatIsNotOfTheExperimentAsItStandsIsLeftWithAReason()
    {
        Train(Tiny.Experiment.With(epochs: 3));
        Directory.CreateDirectory(root.Join("artifacts", "tiny.epochs-9", "captures"));
        Directory.Move(root.Join("artifacts", "tiny.epochs-3"), root.Join("artifacts", "tiny.epochs-2"));
        Assert.Empty(ReadOverridden(out var left));
        Assert.Equal(
            ["tiny.epochs-2 holds a run of other epochs or another seed than its name says.", "tiny.epochs-9 has no finished run."], left);
        Directory.Move(root.Join("artifacts", "tiny.epochs-2"), root.Join("artifacts", "tiny.epochs-3"));
        Assert.Empty(new ResultReader(root.Path, Snapshots).ReadOverridden(
            Tiny.Create(Tiny.Settings with { SpecHash = Samples.HashB }), () => data, out left));
        Assert.StartsWith("tiny has changed since its run in 'artifacts", left[0], StringComparison.Ordinal);
    }

    private IReadOnlyList<ReportedExperiment> ReadOverridden(out IReadOnlyList<string> left) =>
        new ResultReader(root.Path, Snapshots).ReadOverridden(Tiny.Experiment, () => data, out left);

    private ReportedExperiment Read() => new ResultReader(root.Path, Snapshots).Read(Tiny.Experiment, () => data);

    private Run Train(Experiment? experiment = null) => RunRecorder.Train(
        experiment
            ?? Tiny.Experiment, data, RunFolder.Of(
                root.Path, Tiny.Settings,
                (experiment ?? Tiny.Experiment).Settings), new Observer(), new FixedClock(), CancellationToken.None);

    private void Lock()
    {
        var run = Train();
        Snapshots.Accept(run.Snapshot, run.Picture);
    }
}
