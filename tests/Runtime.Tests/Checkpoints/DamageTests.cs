using Repro.Runtime.Checkpoints;
using Repro.Runtime.Data;
using Repro.Runtime.Files;
using Repro.Runtime.Runs;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Checkpoints;

/// <summary>
/// Damaged checkpoints of every kind. Each is detected and named. The run goes on from the checkpoint before, or starts over, and gives the
/// same result.
/// </summary>
public sealed class DamageTests : IDisposable
{
    private static readonly ExperimentSettings Settings = Tiny.Settings with { Checkpoint = new() { Every = 1 }, Shuffle = true };
    private readonly TemporaryFolder root = new();
    private readonly DataSet data = Tiny.Data();

    public DamageTests()
    {
        using var stop = new CancellationTokenSource();
        var observer = new Observer { AtEpoch = epoch => { if (epoch == 3) { stop.Cancel(); } } };
        Assert.Throws<OperationCanceledException>(() => Train(observer, stop.Token));
        Assert.Equal([new(3, 0), new(2, 0)], Folder.Checkpoints.Positions);
    }

    public static TheoryData<string> Files => [.. CheckpointFiles.Listed.Append(CheckpointFiles.Manifest)];

    private RunFolder Folder => RunFolder.Of(root.Path, Settings, Settings);

    private string Newest => Folder.Checkpoints.PathOf(new(3, 0));

    public void Dispose()
    {
        data.Dispose();
        root.Dispose();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void AMissingFileIsNamed(string file)
    {
        File.Delete(Path.Combine(Newest, file));
        Assert.Equal($"The checkpoint '{Newest}' is not used: '{file}' is missing.", Unused());
    }

    [Theory]
    [InlineData("""{"format": 1, "files": [null]}""")]
    [InlineData("""{"format": 1, "files": null}""")]
    [InlineData("""{"format": 1, "format": 1, "files": []}""")]
    [InlineData("""{"format": 1e999, "files": []}""")]
    [InlineData("""{"format": 1, "files": [{"path": "../x", "bytes": 1, "sha256": ""}]}""")]
    [InlineData("null")]
    public void AManifestThatCannotBeUsedIsNamed(string manifest)
    {
        File.WriteAllText(Path.Combine(Newest, CheckpointFiles.Manifest), manifest);
        Assert.StartsWith($"The checkpoint '{Newest}' is not used: 'checkpoint.json' is damaged: ", Unused(), StringComparison.Ordinal);
    }

    // Its digest is right: somebody made it so.
    [Theory]
    [InlineData("\"seconds\": ", "\"seconds\": 1e999, \"x\": ")]
    [InlineData("\"seconds\": ", "\"seconds\": -1, \"x\": ")]
    [InlineData("\"captured\": [", "\"captured\": [null, ")]
    [InlineData("\"terms\": [", "\"terms\": [null, ")]
    [InlineData("\"loss\": ", "\"loss\": -1e999, \"x\": ")]
    [InlineData("\"generators\": {", "\"generators\": { \"a\": null, ")]
    [InlineData("\"runningHash\": \"", "\"runningHash\": \"AAAA\", \"x\": \"")]
    public void AStateThatCannotBeUsedIsNamed(string from, string to)
    {
        var state = File.ReadAllText(Path.Combine(Newest, CheckpointFiles.State));
        Assert.Contains(from, state, StringComparison.Ordinal);
        var forged = state.Replace(from, to, StringComparison.Ordinal).Replace(", ]", "]", StringComparison.Ordinal);
        forged = System.Text.RegularExpressions.Regex.Replace(forged, @"null, \s*\]", "null]").Replace(
            "null, }", "null}", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Newest, CheckpointFiles.State), forged);
        var path = Path.Combine(Newest, CheckpointFiles.Manifest);
        var manifest = CheckpointJson.Read<CheckpointManifest>(File.ReadAllBytes(path), "x");
        FileDigest[] files = [.. manifest.Files.Select(file => FileDigest.Of(Newest, file.Path))];
        File.WriteAllText(path, CheckpointJson.Write(manifest with { Files = files }));
        Assert.StartsWith($"The checkpoint '{Newest}' is not used: 'state.json' is damaged: ", Unused(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void APipeInTheFilesPlaceIsNamed(string file)
    {
        var path = Path.Combine(Newest, file);
        File.Delete(path);
        if (Pipes.TryCreate(path))
        {
            Assert.StartsWith($"The checkpoint '{Newest}' is not used: '{file}' is ", Unused(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void AFileThatIsCutAnywhereIsNamed(string file)
    {
        var path = Path.Combine(Newest, file);
        var whole = File.ReadAllBytes(path);
        // The line feed at the end of the manifest carries no information.
        var length = file == CheckpointFiles.Manifest ? whole.Length - 1 : whole.Length;
        foreach (var cut in Enumerable.Range(0, 64).Select(i => i * (length - 1) / 63).Distinct())
        {
            File.WriteAllBytes(path, whole[..cut]);
            Assert.StartsWith($"The checkpoint '{Newest}' is not used: '{file}' is ", Unused(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ABitThatFlippedIsSeenOrSaysNothing(string file)
    {
        var path = Path.Combine(Newest, file);
        var whole = File.ReadAllBytes(path);
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var flipped = (byte[])whole.Clone();
            var place = random.Next(flipped.Length);
            flipped[place] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(path, flipped);
            var checkpoint = Folder.FindCheckpoint(Settings, data, out var unused)!;
            if (unused.Count == 0)
            {
                // The manifest only lists files. It was read as before, so the flip was in white space.
                Assert.Equal((CheckpointFiles.Manifest, true), (file, char.IsWhiteSpace((char)whole[place])));
            }
            else
            {
                Assert.StartsWith($"The checkpoint '{Newest}' is not used: ", Assert.Single(unused), StringComparison.Ordinal);
                Assert.Equal(new(2, 0), checkpoint.Position);
            }
        }
    }

    [Fact]
    public void AFileMoreThanThereShouldBeIsNoHarmAndOneThatIsSwappedIsNamed()
    {
        File.WriteAllText(Path.Combine(Newest, "notes.txt"), "x");
        Assert.Equal(new(3, 0), Folder.FindCheckpoint(Settings, data, out _)!.Position);
        File.Copy(
            Path.Combine(Folder.Checkpoints.PathOf(new(2, 0)), CheckpointFiles.Weights), Path.Combine(Newest, CheckpointFiles.Weights),
            overwrite: true);
        Assert.StartsWith(
            $"The checkpoint '{Newest}' is not used: '{CheckpointFiles.Weights}' was changed: ", Unused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("epoch-002-samples.png")]
    [InlineData("epoch-002-weights.safetensors")]
    public void WhatWasCapturedAndThenChangedOrLostIsNamed(string name)
    {
        var file = Path.Combine(Folder.Path, "captures", name);
        File.AppendAllText(file, "x");
        Assert.All(
            Problems(), problem => Assert.Contains($"is not used: 'captures/{name}' was changed: ", problem, StringComparison.Ordinal));
        File.Delete(file);
        Assert.Equal(
            ((int[])[3, 2]).Select(epoch => $"The checkpoint '{Folder.Checkpoints.PathOf(new(epoch, 0))}' is not used: "
                + $"'captures/{name}' is missing."), Problems());
    }

    [Fact]
    public void WhatACrashLeftOfACheckpointInTheMakingIsNone()
    {
        Directory.CreateDirectory(Newest.Replace("epoch-3", "epoch-4", StringComparison.Ordinal) + AtomicFile.PartialExtension);
        Assert.Equal(new(3, 0), Folder.FindCheckpoint(Settings, data, out var unused)!.Position);
        Assert.Empty(unused);
        Finish();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TheOneBeforeOrTheBeginningGivesTheSameResult(int damaged)
    {
        using var whole = new TemporaryFolder();
        var expected = RunFolder.Of(whole.Path, Settings, Settings);
        RunRecorder.Train(Tiny.Create(Settings), data, expected, new Observer(), new FixedClock(), default);
        foreach (var position in Folder.Checkpoints.Positions.Take(damaged))
        {
            File.Delete(Path.Combine(Folder.Checkpoints.PathOf(position), CheckpointFiles.Weights));
        }

        var observer = Finish();
        Assert.Equal(damaged == 1 ? "resumed after epoch 2" : "epoch 1", observer.Told[0]);
        foreach (var path in (string[])[expected.SnapshotPath, expected.LossesPath, expected.WeightsPath])
        {
            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(Folder.Path, Path.GetFileName(path))));
        }

        Assert.NotNull(Folder.TryReadRecord());
        Assert.Empty(Folder.Checkpoints.Positions);
    }

    [Theory]
    [InlineData("another seed", "seed is now 4, was 3")]
    [InlineData("other epochs", "epochs is now 9, was 4")]
    [InlineData("other images", "data is now ")]
    [InlineData("another specification", "spec is now ")]
    public void ACheckpointOfAnotherRunIsNotUsed(string what, string difference)
    {
        var settings = what switch
        {
            "another seed" => Settings with { Seed = 4 },
            "other epochs" => Settings with { Epochs = 9 },
            "another specification" => Settings with { SpecHash = Samples.HashB },
            _ => Settings,
        };
        using var other = Tiny.Data(what == "other images" ? 5 : 6);
        Assert.Null(Folder.FindCheckpoint(settings, other, out var unused));
        Assert.Contains($" are not used: {difference}", Assert.Single(unused), StringComparison.Ordinal);
    }

    [Fact]
    public void ACheckpointThatDoesNotFitTheProgramIsAMessage()
    {
        var checkpoint = Folder.FindCheckpoint(Settings, data, out _);
        var other = new Experiment(
            Settings, () => new VariedRun(parameters => TorchSharp.torch.optim.SGD(parameters, 0.1), (_, _) => null, 0, () => { }));
        var error = Assert.Throws<ReproException>(
            () => RunRecorder.Train(other, data, Folder, new Observer(), new FixedClock(), default, checkpoint));
        Assert.StartsWith($"The checkpoint '{Newest}' does not fit this program: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("--fresh", error.Message, StringComparison.Ordinal);
    }

    private string Unused()
    {
        Assert.Equal(new(2, 0), Folder.FindCheckpoint(Settings, data, out var unused)!.Position);
        return Assert.Single(unused);
    }

    private IReadOnlyList<string> Problems()
    {
        Assert.Null(Folder.FindCheckpoint(Settings, data, out var unused));
        return unused;
    }

    private Observer Finish()
    {
        var observer = new Observer();
        Train(observer, default);
        return observer;
    }

    private void Train(Observer observer, CancellationToken stop) => RunRecorder.Train(
        Tiny.Create(Settings), data, Folder, observer, new FixedClock(), stop, Folder.FindCheckpoint(Settings, data, out _));
}
