using Repro.Runtime.Data;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Verification;

namespace Repro.Runtime.Tests.Verification;

/// <summary>Locking a run and verifying it: <see cref="ExperimentVerifier"/>, <see cref="Run"/>, <see cref="SnapshotFolder"/>.</summary>
public sealed class ExperimentVerifierTests : IDisposable
{
    private static readonly Experiment Experiment = Tiny.Create(Tiny.Settings with { Epochs = 12, Captures = [10, 12] });
    private readonly TemporaryFolder root = new();
    private readonly DataSet data = Tiny.Data();
    private readonly SnapshotFolder snapshots;

    public ExperimentVerifierTests() => snapshots = new SnapshotFolder(root.Join("Snapshots"));

    public void Dispose()
    {
        this.data.Dispose();
        root.Dispose();
    }

    [Theory]
    [InlineData(false, 10)]
    [InlineData(true, 12)]
    public void ALockedRunIsTheSameAgain(bool full, int epochs)
    {
        Lock();
        Assert.Equal(new VerificationResult("tiny", epochs, null), Verify(Experiment, full));
        Assert.DoesNotContain(Files(), file => file.Contains(".received.", StringComparison.Ordinal));
    }

    [Fact]
    public void TheLockedFilesAreThoseOfVerify()
    {
        Lock();
        Assert.Equal(
            [
                "tiny-epoch-010-interpolation.verified.png", "tiny-epoch-010-reconstructions.verified.png",
                "tiny-epoch-010-samples.verified.png",
                "tiny-epoch-012-interpolation.verified.png", "tiny-epoch-012-reconstructions.verified.png",
                "tiny-epoch-012-samples.verified.png",
                "tiny.verified.txt",
            ],
            Files());
        var bytes = File.ReadAllBytes(snapshots.VerifiedPath("tiny"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.NotEqual((byte)'\n', bytes[^1]);
    }

    [Fact]
    public void ADifferenceLeavesWhatWasReceived()
    {
        Lock();
        var other = new Experiment(Experiment.Settings, () => new TinyRun
        {
            AtStep = (step, _, loss) => step < 5 ? loss : loss with { Total = loss.Total * 1.5f },
        });
        var result = Verify(other, full: false);
        Assert.StartsWith("tiny differs from its snapshot first at epoch 3: loss ", result.Difference, StringComparison.Ordinal);
        Assert.Equal(
            [
                "tiny-epoch-010-interpolation.received.png", "tiny-epoch-010-reconstructions.received.png",
                "tiny-epoch-010-samples.received.png",
                "tiny.received.txt",
            ],
            Files().Where(file => file.Contains(".received.", StringComparison.Ordinal)));
        Assert.Equal(10, SnapshotParser.Parse(File.ReadAllText(snapshots.ReceivedPath("tiny")), "x").Epochs.Count);

        Assert.Null(Verify(Experiment, full: false).Difference);
        Assert.DoesNotContain(Files(), file => file.Contains(".received.", StringComparison.Ordinal));
    }

    [Fact]
    public void MissingAndLeftOverSnapshotsAreNamed()
    {
        Lock();
        var verifier = new ExperimentVerifier(snapshots);
        var other = Tiny.Create(Tiny.Settings with { Name = "other" });
        Assert.Equal(
            ["other has no snapshot. Lock it with: repro run other, then: repro accept other"],
            verifier.WithoutSnapshot([Experiment, other]));
        Assert.StartsWith(
            $"The snapshot '{snapshots.VerifiedPath("tiny")}' has no experiment", Assert.Single(
                verifier.WithoutExperiment([other])), StringComparison.Ordinal);
        Assert.Throws<ReproException>(() => Verify(other, full: false));
    }

    [Fact]
    public void AcceptingTakesAwayPicturesThatAreNoLongerCaptured()
    {
        Lock();
        File.WriteAllText(snapshots.ReceivedPath("tiny"), "received");
        File.WriteAllText(snapshots.VerifiedPicturePath("tiny-2", "epoch-010-samples"), "of another experiment");
        Lock(Tiny.Create(Experiment.Settings with { Captures = [12] }));
        Assert.Equal(
            [
                "tiny-2-epoch-010-samples.verified.png",
                "tiny-epoch-012-interpolation.verified.png", "tiny-epoch-012-reconstructions.verified.png",
                "tiny-epoch-012-samples.verified.png",
                "tiny.verified.txt",
            ],
            Files());
    }

    [Fact]
    public void WithoutAFinishedRunThereIsNothingToAccept() => AssertRefused(Experiment, "tiny has no finished run in ");

    [Fact]
    public void ARunOfAnOlderSpecificationIsNotAccepted()
    {
        Train(Experiment);
        AssertRefused(
            Tiny.Create(Experiment.Settings with { SpecHash = Samples.HashB }),
            $"spec is now {Samples.HashB}, was {Samples.HashA}. Make a run with: repro run tiny");
    }

    [Fact]
    public void ARunOnOtherImagesIsNotAccepted()
    {
        Train(Experiment);
        using var data = Tiny.Data(5);
        var error = Assert.Throws<ReproException>(() => Run.ReadCurrent(RunFolder.Of(root.Path, Experiment.Settings), Experiment, data));
        Assert.Contains($"data is now {data.Hash}, was {this.data.Hash}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AChangedPictureIsNotAccepted()
    {
        var folder = Train(Experiment).Folder;
        File.Copy(folder.PicturePath("epoch-010-samples"), folder.PicturePath("epoch-012-samples"), overwrite: true);
        AssertRefused(Experiment, "that is not what was written: 'captures/epoch-012-samples.png' ");
        File.Delete(folder.PicturePath("epoch-012-samples"));
        AssertRefused(Experiment, "epoch-012-samples.png' is missing. Make a run with: repro run tiny");
    }

    [Fact]
    public void AChangedSnapshotIsNotAccepted()
    {
        var folder = Train(Experiment).Folder;
        var text = File.ReadAllText(folder.SnapshotPath);
        File.WriteAllText(folder.SnapshotPath, text[..^64] + Samples.HashA);
        AssertRefused(Experiment, $"tiny has a run in '{folder.Path}' that is not what was written: 'snapshot.txt' was changed: ");
        File.WriteAllText(folder.SnapshotPath, text[..^70]);
        AssertRefused(Experiment, "'snapshot.txt' is cut short: ");
        File.Delete(folder.LossesPath);
        AssertRefused(Experiment, "'losses.csv' is missing, and more: see 'repro check'. Make a run with: repro run tiny");
    }

    [Fact]
    public void ChangedWeightsAreNotAccepted()
    {
        var folder = Train(Experiment).Folder;
        var bytes = File.ReadAllBytes(folder.WeightsPath);
        bytes[^1] ^= 1;
        File.WriteAllBytes(folder.WeightsPath, bytes);
        AssertRefused(Experiment, "'weights.safetensors' was changed: ");
    }

    [Fact]
    public void WhatIsUpToDateIsLoadedAndWhatIsStaleSaysWhy()
    {
        var folder = Train(Experiment).Folder;
        var run = Run.TryReadCurrent(folder, Experiment, this.data, out var stale)!;
        Assert.Null(stale);
        Assert.Equal(File.ReadAllText(folder.SnapshotPath), SnapshotWriter.Write(run.Snapshot));
        Assert.Null(Run.TryReadCurrent(folder, Tiny.Create(Experiment.Settings with { SpecHash = Samples.HashB }), this.data, out stale));
        Assert.Equal($"tiny has changed since its run in '{folder.Path}': spec is now {Samples.HashB}, was {Samples.HashA}.", stale);
    }

    private void AssertRefused(Experiment experiment, string message) =>
        Assert.Contains(message, Assert.Throws<ReproException>(() => Read(experiment)).Message, StringComparison.Ordinal);

    private Run Train(Experiment experiment) => RunRecorder.Train(
        experiment, this.data, RunFolder.Of(root.Path, experiment.Settings), new Observer(), new FixedClock(), default);

    private void Lock(Experiment? experiment = null)
    {
        Train(experiment ?? Experiment);
        var run = Read(experiment ?? Experiment);
        snapshots.Accept(run.Snapshot, run.Picture);
    }

    private Run Read(Experiment experiment) => Run.ReadCurrent(RunFolder.Of(root.Path, experiment.Settings), experiment, this.data);

    private VerificationResult Verify(Experiment experiment, bool full) =>
        new ExperimentVerifier(snapshots).Verify(experiment, this.data, full, new Observer(), default);

    private string[] Files() =>
        [.. Directory.GetFiles(root.Join("Snapshots")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
