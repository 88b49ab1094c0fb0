using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Verification;

namespace Repro.Runtime.Tests.Snapshots;

public sealed class SnapshotCheckTests : IDisposable
{
    private static readonly Experiment Experiment = Tiny.Create(Tiny.Settings with { Epochs = 12, Captures = [10, 12] });
    private readonly TemporaryFolder folder = new();
    private readonly SnapshotFolder snapshots;
    private readonly SnapshotCheck check;
    private readonly ReceivedResult run;

    public SnapshotCheckTests()
    {
        using var data = Tiny.Data();
        run = ReceivedResult.Train(Experiment, data, full: true, new Observer(), default);
        snapshots = new SnapshotFolder(folder.Path);
        check = new SnapshotCheck(snapshots);
        snapshots.Accept(run.Snapshot, entry => run.Captures.Single(capture => capture.FileName == entry.FileName).Picture);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AWholeSnapshotHasNoProblem()
    {
        Assert.Empty(check.Problems("tiny"));
        Assert.Empty(check.PicturesWithoutSnapshot());
    }

    [Fact]
    public void AReplacedPictureIsNoticed()
    {
        File.Copy(Picture("epoch-010-samples"), Picture("epoch-012-samples"), overwrite: true);
        Assert.StartsWith(
            $"The picture '{Picture("epoch-012-samples")}' is not the one", Assert.Single(check.Problems("tiny")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void MissingAndBrokenPicturesAreNoticed()
    {
        File.Delete(Picture("epoch-010-samples"));
        File.WriteAllText(Picture("epoch-012-samples"), "broken");
        var problems = check.Problems("tiny");
        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.Contains("of tiny's snapshot cannot be read: ", problem, StringComparison.Ordinal));
        Assert.EndsWith("lock a whole run with: repro run tiny, then: repro accept tiny", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void APictureOfNoSnapshotIsNoticed()
    {
        File.Copy(Picture("epoch-010-samples"), Picture("epoch-011-samples"));
        Assert.Equal(
            $"No snapshot names the picture '{Picture("epoch-011-samples")}'. Delete it.", Assert.Single(check.PicturesWithoutSnapshot()));
    }

    [Fact]
    public void TheFirstEpochsOfARunAreNoSnapshot()
    {
        File.WriteAllText(snapshots.VerifiedPath("tiny"), SnapshotWriter.Write(run.Snapshot.First(10)));
        Assert.Contains(
            "holds 10 of 12 epochs and no final weights. Restore it ", Assert.Single(check.Problems("tiny")), StringComparison.Ordinal);
    }

    [Fact]
    public void TheSnapshotOfAnotherExperimentIsNoticed()
    {
        File.Move(snapshots.VerifiedPath("tiny"), snapshots.VerifiedPath("other"));
        Assert.StartsWith(
            $"The snapshot '{snapshots.VerifiedPath("other")}' is one of tiny. ", Assert.Single(check.Problems("other")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnEditedTextIsNoticedWhereItIsStillReadable()
    {
        var text = File.ReadAllText(snapshots.VerifiedPath("tiny"));
        File.WriteAllText(snapshots.VerifiedPath("tiny"), text.Replace("\n    2  ", "\n   02  ", StringComparison.Ordinal));
        Assert.StartsWith(
            $"The snapshot '{snapshots.VerifiedPath("tiny")}' was changed by hand in line 11. ", Assert.Single(check.Problems("tiny")),
            StringComparison.Ordinal);
        File.WriteAllText(snapshots.VerifiedPath("tiny"), text.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n");
        Assert.Empty(check.Problems("tiny"));
    }

    private string Picture(string name) => snapshots.VerifiedPicturePath("tiny", name);
}
