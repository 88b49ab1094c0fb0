using System.Buffers.Binary;
using System.IO.Compression;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Commands;

/// <summary><c>repro check</c>.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly CliFixture cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void WhereNothingIsThereIsNothingWrong()
    {
        var result = cli.Run("check");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(
            "tiny-a: no snapshot\ntiny-b: no snapshot\ndata set 'dots': 6 images can be read; they are not locked: repro lock-data dots\n",
            result.Out);
        Assert.False(Directory.Exists(cli.Join("artifacts")));
    }

    [Fact]
    public void WhatIsAsItWasWrittenIsCountedUp()
    {
        Lock();
        cli.Run("run", "tiny-b", "--epochs", "1");
        var result = cli.Run("check");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(
            """
            tiny-a: the 11 files of its run are what was written
            tiny-b: the 7 files of its run are what was written
            tiny-b.epochs-1: the 4 files of its run are what was written
            tiny-a: its snapshot is whole, with 6 pictures
            tiny-b: its snapshot is whole, with 3 pictures
            data set 'dots': the 6 images are the locked ones

            """, result.Out);
    }

    [Fact]
    public void EverythingThatIsWrongIsNamedAtOnce()
    {
        Lock();
        cli.Run("run", "tiny-b", "--epochs", "1");
        File.Delete(Artifact("tiny-a", "losses.csv"));
        File.WriteAllText(Artifact("tiny-a", "snapshot.txt"), "short");
        File.AppendAllText(Artifact("tiny-a", "weights.safetensors"), "x");
        File.WriteAllText(Artifact("tiny-a", "note.txt"), "mine");
        File.WriteAllText(Artifact("tiny-b", "run.json"), "{}");
        File.AppendAllText(Artifact("tiny-b.epochs-1", "losses.csv"), "2");
        File.WriteAllText(cli.Join("Snapshots", "tiny-a.verified.txt"), "damaged");
        File.WriteAllText(cli.Join("Snapshots", "tiny-b-epoch-003-samples.verified.png"), "damaged");
        File.WriteAllText(cli.Join("Snapshots", "tiny-b-epoch-004-samples.verified.png"), "of no epoch");
        File.WriteAllBytes(cli.Join("data", "dots", "dot-3.png"), Tiny.Image(9).ToPng());
        var result = cli.Run("check");
        Assert.Equal(1, result.Code);
        Assert.Equal("", result.Out);
        string[] expected =
        [
            $"tiny-a: in '{Artifact("tiny-a")}' 'losses.csv' is missing. Run it again with: repro run tiny-a",
            $"tiny-a: in '{Artifact("tiny-a")}' 'snapshot.txt' is cut short: it has 5 of ",
            $"tiny-a: in '{Artifact("tiny-a")}' 'weights.safetensors' was changed: it has ",
            $"tiny-a: in '{Artifact("tiny-a")}' 'note.txt' is not a file of the run. Take it away.",
            $"tiny-b: '{Artifact("tiny-b", "run.json")}' was written by another version of Repro: its format is 1, and this version "
            + "reads 2. " +
                "Run it again with: repro run tiny-b",
            $"tiny-b.epochs-1: in '{Artifact("tiny-b.epochs-1")}' 'losses.csv' was changed: it has ",
            $"tiny-a: {cli.Join("Snapshots", "tiny-a.verified.txt")}(1): the field 'experiment' was expected.",
            $"The picture '{cli.Join("Snapshots", "tiny-b-epoch-003-samples.verified.png")}' of tiny-b's snapshot cannot be read: ",
            "dots: data set 'dots': the images are not the locked ones: changed 'dot-3.png'.",
            $"snapshots: {cli.Join("Snapshots", "tiny-a.verified.txt")}(1): ",
        ];
        var lines = result.Error.TrimEnd('\n').Split('\n');
        Assert.Equal(expected.Length, lines.Length);
        Assert.All(expected.Zip(lines), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.EndsWith("Run it again with: repro run tiny-b --epochs 1", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void NamesNarrowItDown()
    {
        Lock();
        File.Delete(Artifact("tiny-b", "losses.csv"));
        Assert.Equal(0, cli.Run("check", "tiny-a").Code);
        Assert.Equal(1, cli.Run("check", "tiny-b").Code);
        Assert.Equal(1, cli.Run("check", "tiny-a", "tiny-b").Code);
        Assert.Equal(2, cli.Run("check", "tiny-c").Code);
    }

    [Fact]
    public void ARunIsCheckedByItsName()
    {
        cli.Run("run", "tiny-a", "--epochs", "1");
        cli.Run("run", "tiny-a", "--epochs", "2");
        var result = cli.Run("check", "tiny-a.epochs-1");
        Assert.Equal((0, "tiny-a.epochs-1: the 4 files of its run are what was written\n", ""), (result.Code, result.Out, result.Error));
        File.Delete(Artifact("tiny-a.epochs-2", "losses.csv"));
        Assert.Equal(0, cli.Run("check", "tiny-a.epochs-1", "tiny-a.epochs-1").Code);
        var damaged = cli.Run("check", "tiny-a.epochs-1", "tiny-a.epochs-2");
        Assert.Equal(
            (1, $"tiny-a.epochs-2: in '{Artifact("tiny-a.epochs-2")}' 'losses.csv' is missing. Run it again with: repro run tiny-a "
                + "--epochs 2\n"), (damaged.Code, damaged.Error));
        Assert.Equal(1, cli.Run("check", "tiny-a").Code);
        Assert.Equal(1, cli.Run("check", "tiny-a", "tiny-a.epochs-2").Error.Count(character => character == '\n'));

        var unknown = cli.Run("check", "tiny-a.epochs-3");
        Assert.Equal(
            (2, "", $"repro: There is no run 'tiny-a.epochs-3': neither a folder, nor one in '{Artifact()}'. Did you mean "
                + "'tiny-a.epochs-1'?\n"),
            (unknown.Code, unknown.Out, unknown.Error));
    }

    [Fact]
    public void CheckpointsBesideAFinishedRunAreANoteUntilTheNextCommandThatWrites()
    {
        Lock();
        string[][] writing = [["accept", "tiny-a"], ["reproduce", "tiny-a"], ["run", "tiny-a"]];
        foreach (var command in writing)
        {
            Directory.CreateDirectory(Artifact("tiny-a", "checkpoints", "epoch-1-step-0"));
            File.WriteAllText(Artifact("tiny-a", "checkpoints", "epoch-1-step-0", "state.json"), "");
            var result = cli.Run("check", "tiny-a");
            Assert.Equal((0, ""), (result.Code, result.Error));
            Assert.StartsWith(
                $"tiny-a: old checkpoints in '{Artifact("tiny-a")}' could not be deleted. They do no harm", result.Out,
                StringComparison.Ordinal);
            Assert.Equal(0, cli.Run(command).Code);
            Assert.False(Directory.Exists(Artifact("tiny-a", "checkpoints")));
        }
    }

    [Fact]
    public void APictureThatWouldTakeGigabytesIsRefused()
    {
        Lock();
        var path = cli.Join("Snapshots", "tiny-b-epoch-003-samples.verified.png");
        File.WriteAllBytes(path, LargePng(30_000));
        foreach (var command in (string[][])[["check", "tiny-b"], ["verify", "tiny-b"]])
        {
            var result = cli.Run(command);
            Assert.Equal(1, result.Code);
            Assert.Contains(
                $"'{path}' of tiny-b's snapshot cannot be read: 30000x30000 pixels are more than 128 Mi.", result.Error,
                StringComparison.Ordinal);
        }

        Assert.True(cli.Run("report").Code is 0 or 1);
        Assert.True(cli.Run("diff").Code is 0 or 1);
        Assert.Equal(0, cli.Run("accept", "tiny-b").Code);
    }

    [Fact]
    public void LeftOverSnapshotsAndPicturesAreNamed()
    {
        Lock();
        cli.Experiments.RemoveAt(1);
        File.WriteAllText(cli.Join("Snapshots", "tiny-a-epoch-009-samples.verified.png"), "of no epoch");
        var result = cli.Run("check");
        Assert.Equal(1, result.Code);
        Assert.Contains("tiny-b.verified.txt' has no experiment in experiments.yaml.", result.Error, StringComparison.Ordinal);
        Assert.Contains("No snapshot names the picture ", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, cli.Run("check", "tiny-a").Code);
    }

    [Fact]
    public void AnUnfinishedRunIsNoFailure()
    {
        cli.Run("run", "tiny-a");
        File.Delete(Artifact("tiny-a", "run.json"));
        var result = cli.Run("check", "tiny-a");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.StartsWith("tiny-a: no finished run\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ItChangesNothing()
    {
        Lock();
        File.Delete(Artifact("tiny-a", "losses.csv"));
        var before = State();
        cli.Run("check");
        Assert.Equal(before, State());
    }

    private void Lock()
    {
        cli.Run("lock-data", "dots");
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(cli.Join("data", "dots.lock"))));
        for (var i = 0; i < cli.Experiments.Count; i++)
        {
            var settings = cli.Experiments[i].Settings;
            cli.Experiments[i] = Tiny.Create(settings with { Data = settings.Data with { Sha256 = hash } });
        }

        Assert.Equal(0, cli.Run("reproduce").Code);
        Assert.Equal(0, cli.Run("accept", "tiny-a", "tiny-b").Code);
    }

    /// <summary>The file of a picture that is all black: it is small.</summary>
    private static byte[] LargePng(int size)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        header[8] = 1;
        Chunk(file, "IHDR"u8, header);
        using var data = new MemoryStream();
        using (var packed = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[1 + ((size + 7) / 8)];
            for (var y = 0; y < size; y++)
            {
                packed.Write(row);
            }
        }

        Chunk(file, "IDAT"u8, data.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] checkedBytes = [.. name, .. content];
        file.Write(checkedBytes);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(checkedBytes));
        file.Write(number);
    }

    // ISO 3309, as PNG has it.
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }

    private string Artifact(params string[] names) => cli.Join(["artifacts", .. names]);

    private string[] State() =>
        [.. Directory.GetFiles(cli.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(
            file => $"{file} {Convert.ToHexString(File.ReadAllBytes(file))}")];
}
