using System.Buffers.Binary;
using Repro.Runtime.Runs;
using Repro.Runtime.TensorBoard;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.TensorBoard;

public sealed class EventFileTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly RunFolder folder;

    public EventFileTests() => folder = RunFolder.Of(root.Path, Tiny.Settings, Tiny.Settings);

    private string Events => root.Join("artifacts", "tiny", "tensorboard");

    public void Dispose() => root.Dispose();

    [Fact]
    public void ARunGivesItsEpochsAndPictures()
    {
        var observer = new Observer();
        Train(observer);
        Assert.Equal(["events.out.tfevents.1740873598.tiny"], Directory.GetFiles(Events).Select(file => Path.GetFileName(file)));
        var records = Read();
        // The version, four epochs, and two captures of three pictures each.
        Assert.Equal(1 + 4 + (2 * 3), records.Count);
        Assert.True(records[0].AsSpan().IndexOf("brain.Event:2"u8) > 0);
        Assert.All(
            (string[])["loss", "squared_error", "penalty", "learning rate"],
            tag => Assert.True(records[1].AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(tag)) > 0, tag));
        Assert.Equal(["epoch 1", "epoch 2"], observer.Told.Take(2));
    }

    [Fact]
    public void TheSameRunGivesTheSameBytes()
    {
        Train(new Observer());
        var first = File.ReadAllBytes(Directory.GetFiles(Events)[0]);
        Train(new Observer());
        Assert.Equal(first, File.ReadAllBytes(Assert.Single(Directory.GetFiles(Events))));
    }

    [Fact]
    public void TheFileBelongsToTheRun()
    {
        var run = Train(new Observer());
        Assert.Contains(run.Folder.TryReadRecord()!.Files, file => file.Path == "tensorboard/events.out.tfevents.1740873598.tiny");
        RunWriter.Begin(folder);
        Assert.Empty(Directory.GetFiles(Events));
    }

    [Fact]
    public void AResumedRunTellsItsWholeHistory()
    {
        RunWriter.Begin(folder);
        var events = new EventFile(folder, new Observer(), new FixedClock());
        events.Resumed(Samples.Epochs(3), [new(2, "samples", Tiny.Image(0))]);
        events.EpochEnded(Samples.Epochs(4)[3]);
        Assert.Equal(1 + 3 + 1 + 1, Read().Count);
    }

    [Fact]
    public void WhatCannotBeWrittenIsOneMessage()
    {
        RunWriter.Begin(folder);
        File.WriteAllText(Events, "in the way");
        var error = Assert.Throws<ReproException>(
            () => new EventFile(folder, new Observer(), new FixedClock()).EpochEnded(Samples.Epochs(1)[0]));
        Assert.Contains("run without --tensorboard", error.Message, StringComparison.Ordinal);
    }

    private Run Train(Observer observer)
    {
        using var data = Tiny.Data();
        return RunRecorder.Train(
            Tiny.Experiment, data, folder, new EventFile(folder, observer, new FixedClock()), new FixedClock(), CancellationToken.None);
    }

    // The records of the file, after a check of both checksums of each.
    private List<byte[]> Read()
    {
        var file = File.ReadAllBytes(Assert.Single(Directory.GetFiles(Events))).AsSpan();
        var records = new List<byte[]>();
        while (file.Length > 0)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
            Assert.Equal(MaskedCrc32C.Compute(file[..8]), BinaryPrimitives.ReadUInt32LittleEndian(file[8..]));
            var data = file.Slice(12, length);
            Assert.Equal(MaskedCrc32C.Compute(data), BinaryPrimitives.ReadUInt32LittleEndian(file[(12 + length)..]));
            records.Add(data.ToArray());
            file = file[(16 + length)..];
        }

        return records;
    }
}
