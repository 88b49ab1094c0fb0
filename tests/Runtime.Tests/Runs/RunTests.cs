using Repro.Runtime.Files;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Runs;

/// <summary>
/// <see cref="Run"/>: every file of a finished run that was changed is named. The tests change bytes of each file, and cut each file at
/// many lengths; at all of them with <c>REPRO_SLOW_TESTS=1</c>.
/// </summary>
public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly Run run;

    public RunTests()
    {
        using var data = Tiny.Data();
        run = RunRecorder.Train(
            Tiny.Experiment, data, RunFolder.Of(root.Path, Tiny.Settings, Tiny.Settings), new Observer(), new FixedClock(), default);
    }

    private string RecordPath => PathOf("run.json");

    public void Dispose() => root.Dispose();

    [Fact]
    public void ARunAsItWasWrittenIsRead()
    {
        var stored = Run.TryRead(run.Folder, out var findings)!;
        Assert.Empty(findings);
        Assert.Equal(SnapshotWriter.Write(run.Snapshot), SnapshotWriter.Write(stored.Snapshot));
        Assert.Equal(
            run.Snapshot.Pictures.Select(picture => picture.Hash),
            stored.Snapshot.Pictures.Select(picture => stored.Picture(picture).Hash));
    }

    [Fact]
    public void ARunOfAnotherMachineIsRead()
    {
        File.WriteAllText(PathOf("run.json"), (run.Folder.TryReadRecord()! with { Machine = "another one, 1 thread" }).ToJson());
        Assert.NotNull(Run.TryRead(run.Folder, out var findings));
        Assert.Empty(findings);
    }

    [Fact]
    public void TheRecordListsEveryFile()
    {
        var record = run.Folder.TryReadRecord()!;
        Assert.Equal(
            Directory.GetFiles(run.Folder.Path, "*", SearchOption.AllDirectories).Select(
                file => Path.GetRelativePath(run.Folder.Path, file).Replace('\\', '/'))
                .Where(path => path != "run.json").Order(StringComparer.Ordinal),
            record.Files.Select(file => file.Path));
        Assert.All(record.Files, file => Assert.Equal(FileDigest.Of(run.Folder.Path, file.Path), file));
        Assert.Equal(11, record.Files.Count);
    }

    [Fact]
    public void AChangedByteOfAnyFileIsNamed()
    {
        foreach (var file in run.Folder.TryReadRecord()!.Files)
        {
            var content = File.ReadAllBytes(PathOf(file.Path));
            foreach (var i in Thorough.Places(content.Length))
            {
                content[i] ^= (byte)(1 << (i % 8));
                File.WriteAllBytes(PathOf(file.Path), content);
                content[i] ^= (byte)(1 << (i % 8));
                AssertFinding(file.Path, FileProblem.Changed);
            }

            File.WriteAllBytes(PathOf(file.Path), content);
        }

        Assert.NotNull(Run.TryRead(run.Folder, out _));
    }

    [Fact]
    public void ACutOfAnyFileIsNamed()
    {
        foreach (var file in run.Folder.TryReadRecord()!.Files)
        {
            var content = File.ReadAllBytes(PathOf(file.Path));
            using (var stream = File.OpenWrite(PathOf(file.Path)))
            {
                foreach (var length in Thorough.Places(content.Length).Reverse())
                {
                    stream.SetLength(length);
                    AssertFinding(file.Path, FileProblem.Truncated);
                }
            }

            File.WriteAllBytes(PathOf(file.Path), content);
        }

        Assert.NotNull(Run.TryRead(run.Folder, out _));
    }

    [Fact]
    public void AMissingOrReplacedFileIsNamed()
    {
        foreach (var file in run.Folder.TryReadRecord()!.Files)
        {
            var content = File.ReadAllBytes(PathOf(file.Path));
            File.Delete(PathOf(file.Path));
            AssertFinding(file.Path, FileProblem.Missing);
            Directory.CreateDirectory(PathOf(file.Path));
            AssertFinding(file.Path, FileProblem.Missing);
            Directory.Delete(PathOf(file.Path));
            File.WriteAllBytes(PathOf(file.Path), [.. content, (byte)'\n']);
            AssertFinding(file.Path, FileProblem.Changed);
            File.WriteAllBytes(PathOf(file.Path), content);
        }

        Assert.NotNull(Run.TryRead(run.Folder, out _));
    }

    [Fact]
    public void AChangeOfTheRecordItselfIsAMessage()
    {
        var content = File.ReadAllBytes(RecordPath);
        foreach (var i in Thorough.Places(content.Length))
        {
            for (var bit = Thorough.IsOn ? 0 : i % 8; bit < 8; bit += Thorough.IsOn ? 1 : 8)
            {
                content[i] ^= (byte)(1 << bit);
                File.WriteAllBytes(RecordPath, content);
                content[i] ^= (byte)(1 << bit);
                AssertRecordRefused();
            }

            File.WriteAllBytes(RecordPath, content[..i]);
            AssertRecordRefused();
        }
    }

    [Fact]
    public void AFileThatIsNotTheRunsIsNamedAndDoesNoHarm()
    {
        File.WriteAllText(PathOf("captures/note.txt"), "mine");
        File.WriteAllText(PathOf("weights.safetensors.partial"), "of a crash");
        Assert.NotNull(Run.TryRead(run.Folder, out var findings));
        Assert.Equal("'captures/note.txt' is not a file of the run", Assert.Single(findings).ToString());
    }

    [Fact]
    public void FilesOfTwoRunsDoNotBelongTogether()
    {
        var (weights, snapshot) = (File.ReadAllBytes(run.Folder.WeightsPath), File.ReadAllText(run.Folder.SnapshotPath));
        weights[^1] ^= 1;
        File.WriteAllBytes(run.Folder.WeightsPath, weights);
        Forge(record => record);
        AssertRefused($"The files in '{run.Folder.Path}' do not belong together.");

        weights[^1] ^= 1;
        File.WriteAllBytes(run.Folder.WeightsPath, weights);
        Forge(record => record with { Seed = 4 });
        AssertRefused($"The files in '{run.Folder.Path}' do not belong together.");

        File.WriteAllText(
            run.Folder.SnapshotPath, snapshot.Replace(run.Snapshot.Pictures[0].Hash, Samples.HashA, StringComparison.Ordinal));
        Forge(record => record with { Seed = 3 });
        AssertRefused($"The files in '{run.Folder.Path}' do not belong together.");

        File.WriteAllText(run.Folder.SnapshotPath, "damaged");
        Forge(record => record);
        AssertRefused("snapshot.txt(1): ");

        File.WriteAllText(run.Folder.SnapshotPath, snapshot);
        File.WriteAllBytes(run.Folder.WeightsPath, weights[..^1]);
        Forge(record => record);
        AssertRefused($"'{run.Folder.WeightsPath}' cannot be read: ");
    }

    [Fact]
    public void APictureThatIsNoneIsAMessage()
    {
        File.WriteAllText(run.Folder.PicturePath("epoch-002-samples"), "broken");
        Forge(record => record);
        AssertRefused($"'{run.Folder.PicturePath("epoch-002-samples")}' cannot be read: ");
    }

    [Fact]
    public void APipeInAFilesPlaceIsNotWaitedFor()
    {
        foreach (var path in (string[])["losses.csv", "captures/epoch-002-samples.png", "weights.safetensors", "snapshot.txt", "run.json"])
        {
            var content = File.ReadAllBytes(PathOf(path));
            File.Delete(PathOf(path));
            if (!Pipes.TryCreate(PathOf(path)))
            {
                return;
            }

            if (path == "run.json")
            {
                AssertRefused($"'{RecordPath}' is not a record of a run: ");
            }
            else
            {
                AssertFinding(path, FileProblem.Truncated);
            }

            File.Delete(PathOf(path));
            File.WriteAllBytes(PathOf(path), content);
        }
    }

    // Writes a record that matches changed files, as somebody could who knows its form.
    private void Forge(Func<RunRecord, RunRecord> change)
    {
        var record = RunRecord.Parse(File.ReadAllText(RecordPath), RecordPath);
        var files = record.Files.Select(file => FileDigest.Of(run.Folder.Path, file.Path));
        File.WriteAllText(RecordPath, change(record with { Files = [.. files] }).ToJson());
    }

    private string PathOf(string path) => Path.Combine(run.Folder.Path, path);

    private void AssertFinding(string path, FileProblem problem)
    {
        Assert.Null(Run.TryRead(run.Folder, out var findings));
        var finding = Assert.Single(findings, finding => finding.Problem != FileProblem.Extra);
        Assert.Equal((path, problem), (finding.Path, finding.Problem));
    }

    private void AssertRecordRefused()
    {
        var error = Assert.Throws<ReproException>(() => Run.TryRead(run.Folder, out _));
        Assert.StartsWith($"'{RecordPath}' ", error.Message, StringComparison.Ordinal);
    }

    private void AssertRefused(string message) =>
        Assert.Contains(message, Assert.Throws<ReproException>(() => Run.TryRead(run.Folder, out _)).Message, StringComparison.Ordinal);
}
