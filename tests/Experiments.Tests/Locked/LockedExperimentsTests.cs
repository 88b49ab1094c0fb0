using Repro.Runtime.Captures;
using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Training;
using Repro.Runtime.Verification;

namespace Repro.Experiments.Tests.Locked;

/// <summary>
/// Reruns every experiment and compares it with its snapshot: its first epochs, or all of them when the environment variable REPRO_VERIFY
/// is "full" (<c>dotnet test -c Release -e REPRO_VERIFY=full</c>).
/// </summary>
public class LockedExperimentsTests
{
    public static TheoryData<string> Names => [.. ExperimentCatalog.All.Select(experiment => experiment.Name)];

    [ExactTheory]
    [MemberData(nameof(Names))]
    public async Task ARerunGivesTheLockedResult(string name)
    {
        var experiment = ExperimentCatalog.All.Single(experiment => experiment.Name == name);
        using var data = ImageFolder.Load(Repository.Root, experiment.Settings.Data);
        var rerun = ReceivedResult.Train(experiment, data, Full(), new Unobserved(), CancellationToken.None);
        await LockedResult.Verify(rerun, Repository.Snapshots);
    }

    [Fact]
    public void EveryExperimentHasASnapshotAndEverySnapshotAnExperiment()
    {
        var verifier = new ExperimentVerifier(new SnapshotFolder(Repository.Snapshots));
        Assert.Empty(verifier.WithoutSnapshot(ExperimentCatalog.All));
        Assert.Empty(verifier.WithoutExperiment(ExperimentCatalog.All));
    }

    [Fact]
    public void EverySnapshotIsWholeAndHasItsPictures()
    {
        var snapshots = new SnapshotFolder(Repository.Snapshots);
        var check = new SnapshotCheck(snapshots);
        Assert.Empty(snapshots.Names.SelectMany(check.Problems).Concat(check.PicturesWithoutSnapshot()));
    }

    private static bool Full()
    {
        var extent = Environment.GetEnvironmentVariable("REPRO_VERIFY");
        Assert.True(extent is null or "" or "full", $"REPRO_VERIFY is '{extent}'. It can be full, or absent.");
        return extent == "full";
    }

    private sealed class Unobserved : ITrainingObserver
    {
        public void EpochEnded(EpochResult epoch)
        {
        }

        public void Captured(Capture capture)
        {
        }
    }
}
