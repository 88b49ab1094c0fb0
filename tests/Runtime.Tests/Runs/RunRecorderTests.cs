using Repro.Runtime.Charts;
using Repro.Runtime.Files;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Tests.Runs;

/// <summary><see cref="RunRecorder"/> and <see cref="RunFolder"/>.</summary>
public sealed class RunRecorderTests : IDisposable
{
    private static readonly string[] AllFiles =
    [
        "captures/epoch-002-interpolation.png", "captures/epoch-002-reconstructions.png", "captures/epoch-002-samples.png",
        "captures/epoch-002-weights.safetensors",
        "captures/epoch-004-interpolation.png", "captures/epoch-004-reconstructions.png", "captures/epoch-004-samples.png",
        "losses.csv", "losses.svg", "run.json", "snapshot.txt", "weights.safetensors",
    ];

    private readonly TemporaryFolder root = new();

    private RunFolder Folder => RunFolder.Of(root.Path, Tiny.Settings, Tiny.Settings);

    public void Dispose() => root.Dispose();

    [Fact]
    public void AFinishedRunHasAllItsFiles()
    {
        var run = Train(Tiny.Experiment);
        Assert.Equal(AllFiles, Files());
        Assert.Equal(SnapshotWriter.Write(run.Snapshot), File.ReadAllText(Folder.SnapshotPath));
        Assert.Equal(LossesCsv.Write(run.Snapshot.Epochs), File.ReadAllText(Folder.LossesPath));
        Assert.Equal(LineChartSvg.Write(LossChart.Of("tiny", run.Snapshot.Epochs)), File.ReadAllText(Folder.ChartPath));
        Assert.Equal(run.Snapshot.Weights, WeightsHash.Compute(SafetensorsReader.Read(File.ReadAllBytes(Folder.WeightsPath))));
        var record = Folder.TryReadRecord()!;
        Assert.Equal(
            new RunRecord(
                "tiny", Samples.HashA, run.Snapshot.Header.Data, EngineIdentity.Current, 3, 4, run.Snapshot.Weights!, record.Seconds,
                new FixedClock().GetUtcNow(), record.Files)
            {
                Machine = MachineDescription.Current,
            },
            record);
        Assert.Equal(AllFiles.Except(["run.json"]), record.Files.Select(file => file.Path));
    }

    [Fact]
    public void LossesAreThereWhileItTrains()
    {
        var lines = new List<int>();
        Train(Tiny.Experiment, new Observer { AtEpoch = _ => lines.Add(File.ReadAllLines(Folder.LossesPath).Length) });
        // Before the first epoch the file has only the titles. Then it has that epoch, because the test's clock advances by a second at
        // each reading.
        Assert.Equal([1, 2], lines.Take(2));
    }

    [Fact]
    public void AnInterruptedRunIsNotTakenForAFinishedOne()
    {
        Train(Tiny.Experiment);
        using var stop = new CancellationTokenSource();
        var observer = new Observer { AtEpoch = epoch => { if (epoch == 3) { stop.Cancel(); } } };
        Assert.Throws<OperationCanceledException>(() => Train(Tiny.Experiment, observer, stop.Token));
        Assert.Null(Folder.TryReadRecord());
        string[] checkpoint = ["checkpoint.json", "optimizer.bin", "snapshot.txt", "state.json", "weights.safetensors"];
        Assert.Equal([.. AllFiles[..4], .. checkpoint.Select(file => $"checkpoints/epoch-3-step-0/{file}"), "losses.csv"], Files());
        Assert.Equal(1 + 3, File.ReadAllLines(Folder.LossesPath).Length);
    }

    [Fact]
    public void ADivergedRunIsNotTakenForAFinishedOne()
    {
        var diverging = new Experiment(Tiny.Settings, () => new TinyRun
        {
            AtStep = (step, _, loss) => step < 3 ? loss : loss with { Total = loss.Total * float.NaN },
        });
        Assert.Throws<ReproException>(() => Train(diverging));
        Assert.Equal(["losses.csv"], Files());
        Assert.Equal(1 + 1, File.ReadAllLines(Folder.LossesPath).Length);
    }

    [Fact]
    public void NothingOfAnEarlierRunStays()
    {
        Train(Tiny.Experiment);
        File.WriteAllText(Folder.WeightsPath + AtomicFile.PartialExtension, "of a crash");
        File.WriteAllText(Folder.PicturePath("epoch-002-samples") + AtomicFile.PartialExtension, "of a crash");
        Train(Tiny.Create(Tiny.Settings with { Captures = [1] }));
        Assert.Equal(
            ["captures/epoch-001-interpolation.png", "captures/epoch-001-reconstructions.png", "captures/epoch-001-samples.png",
                "captures/epoch-001-weights.safetensors", .. AllFiles[7..]], Files());
    }

    [Fact]
    public void TheRecordGoesFirstAndComesLast()
    {
        Train(Tiny.Experiment);
        var seen = new List<bool>();
        Train(Tiny.Experiment, new Observer { AtEpoch = _ => seen.Add(File.Exists(Path.Combine(Folder.Path, "run.json"))) });
        Assert.Equal([false, false, false, false], seen);
    }

    [Fact]
    public void ARunThatGoesOnHasItsLossesAtOnce()
    {
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(
            () => Train(Tiny.Experiment, new Observer { AtEpoch = epoch => { if (epoch == 3) { stop.Cancel(); } } }, stop.Token));
        var before = File.ReadAllText(Folder.LossesPath);
        using var data = Tiny.Data();
        var from = Folder.FindCheckpoint(Tiny.Settings, data, out _);
        var seen = "";
        RunRecorder.Train(
            Tiny.Experiment, data, Folder, new Observer { AtResumption = () => seen = File.ReadAllText(Folder.LossesPath) },
            new FixedClock(), CancellationToken.None, from);
        Assert.Equal(4, before.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(before, seen);
    }

    [Fact]
    public void AFileInTheFoldersPlaceIsNamedBeforeTraining()
    {
        File.WriteAllText(root.Join("artifacts"), "a file where the folder should be");
        var observer = new Observer();
        var error = Assert.Throws<ReproException>(() => Train(Tiny.Experiment, observer));
        Assert.StartsWith($"'{root.Join("artifacts")}' is a file, ", error.Message, StringComparison.Ordinal);
        Assert.Empty(observer.Told);
    }

    [Fact]
    public void AFolderThatCannotBeWrittenIsAMessageBeforeTraining()
    {
        Directory.CreateDirectory(Folder.LossesPath);
        var observer = new Observer();
        var error = Assert.Throws<ReproException>(() => Train(Tiny.Experiment, observer));
        Assert.StartsWith($"The artifacts folder '{Folder.Path}' is not writable: ", error.Message, StringComparison.Ordinal);
        Assert.Empty(observer.Told);
    }

    [Fact]
    public void AFileThatCannotBeWrittenIsAMessageAndNoFinishedRun()
    {
        Directory.CreateDirectory(Folder.WeightsPath + AtomicFile.PartialExtension);
        var error = Assert.Throws<ReproException>(() => Train(Tiny.Experiment));
        Assert.StartsWith($"'{Folder.WeightsPath}' cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.Null(Folder.TryReadRecord());
    }

    [Fact]
    public void APictureThatCannotBeWrittenIsTheFailureThatIsToldOf()
    {
        var picture = Folder.PicturePath("epoch-002-samples");
        var observer = new Observer
        {
            AtEpoch = epoch =>
            {
                Directory.CreateDirectory(picture + AtomicFile.PartialExtension);
                Directory.CreateDirectory(Folder.LossesPath + AtomicFile.PartialExtension);
            },
        };
        var error = Assert.Throws<ReproException>(() => Train(Tiny.Experiment, observer));
        Assert.StartsWith($"'{picture}' cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.Null(Folder.TryReadRecord());
    }

    [Theory]
    [InlineData(4, 3L, "tiny", "tiny")]
    [InlineData(2, 3L, "tiny.epochs-2", "tiny --epochs 2")]
    [InlineData(4, -1L, "tiny.seed--1", "tiny --seed -1")]
    [InlineData(5, 8L, "tiny.epochs-5.seed-8", "tiny --epochs 5 --seed 8")]
    public void AnOverriddenRunHasAFolderOfItsOwn(int epochs, long seed, string name, string command)
    {
        var folder = RunFolder.Of(root.Path, Tiny.Settings, Tiny.Experiment.With(epochs, seed).Settings);
        Assert.Equal((root.Join("artifacts", name), name, $"repro run {command}"), (folder.Path, folder.Name, folder.Command));
        Assert.True(folder.IsOf("tiny"));
        Assert.False(folder.IsOf("tin"));
        Assert.Equal(("tiny", epochs == 4 ? null : (int?)epochs), (folder.Experiment, folder.OverriddenEpochs));
    }

    private Run Train(Experiment experiment, Observer? observer = null, CancellationToken cancellationToken = default)
    {
        using var data = Tiny.Data();
        return RunRecorder.Train(experiment, data, Folder, observer ?? new Observer(), new FixedClock(), cancellationToken);
    }

    private string[] Files() =>
    [
        .. Directory.GetFiles(Folder.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder.Path, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];
}
