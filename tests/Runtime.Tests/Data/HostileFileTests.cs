using System.Buffers.Binary;
using Repro.Runtime.Data;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Data;

/// <summary>Files in a data set's folder that are not what they seem. Each gives one message that names it.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public HostileFileTests() => Tiny.WriteImages(root.Path, 5);

    private string Hostile => root.Join("data", "dots", "dot-5.png");

    public void Dispose() => root.Dispose();

    [Fact]
    public void ALinkToItselfCannotBeRead()
    {
        File.CreateSymbolicLink(Hostile, Hostile);
        AssertMessage("'data/dots/dot-5.png' cannot be read: ");
    }

    [Fact]
    public void ALinkToNowhereCannotBeRead()
    {
        File.CreateSymbolicLink(Hostile, root.Join("nowhere.png"));
        AssertMessage("'data/dots/dot-5.png' cannot be read: ");
    }

    [Fact]
    public void ALinkToAnImageIsThatImage()
    {
        File.CreateSymbolicLink(Hostile, root.Join("data", "dots", "dot-0.png"));
        using var data = ImageFolder.Load(root.Path, Tiny.Settings.Data);
        using var expected = DataSet.Of(Tiny.Stack([0, 1, 2, 3, 4, 0]), null);
        Assert.Equal(expected.Hash, data.Hash);
    }

    [Fact]
    public void AFolderWithTheNameOfAnImageIsNoImage()
    {
        Directory.CreateDirectory(Hostile);
        AssertMessage("has 5 images that match '*.png', and the experiment takes 6");
    }

    [Fact]
    public void AFileThatIsTooLongIsRefusedByALimit()
    {
        using (var stream = File.Create(Hostile))
        {
            stream.SetLength((1L << 40) + 1);
        }

        AssertMessage("'data/dots/dot-5.png' is not a readable image: it is larger than 256 MiB.");
    }

    [Fact]
    public void ADeviceOrAPipeIsNoImageAndNotWaitedFor()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var device in (string[])["/dev/zero", "/dev/null", "/dev/tty"])
        {
            File.CreateSymbolicLink(Hostile, device);
            AssertMessage("'data/dots/dot-5.png' is not a readable image: ");
            File.Delete(Hostile);
        }

        if (Pipes.TryCreate(Hostile))
        {
            AssertMessage("'data/dots/dot-5.png' is not a readable image: ");
        }
    }

    [Fact]
    public void AFolderThatLinksToOneAboveItEndsTheSearch()
    {
        Directory.CreateSymbolicLink(root.Join("data", "dots", "again"), root.Join("data"));
        var settings = Tiny.Settings.Data with { Files = "**/*.png", Take = 5 };
        using var data = ImageFolder.Load(root.Path, settings);
        using var expected = DataSet.Of(Tiny.Stack([0, 1, 2, 3, 4]), null);
        Assert.Equal(expected.Hash, data.Hash);
    }

    [Fact]
    public async Task AnImageThatChangesMeanwhileIsTheLockedOneOrRefused()
    {
        var settings = Tiny.Settings.Data with { Take = 5 };
        settings = settings with { Sha256 = DataLock.Of(root.Path, settings).Sha256 };
        using var expected = ImageFolder.Load(root.Path, settings);
        var target = root.Join("data", "dots", "dot-4.png");
        using var stop = new CancellationTokenSource();
        var change = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                File.WriteAllBytes(root.Join("aside"), Tiny.Image(i % 2 == 0 ? 9 : 4).ToPng());
                File.Move(root.Join("aside"), target, overwrite: true);
            }
        });
        var (loaded, refused) = (0, 0);
        for (var i = 0; (loaded < 20 || refused < 20) && i < 100_000; i++)
        {
            try
            {
                using var data = ImageFolder.Load(root.Path, settings);
                Assert.Equal(expected.Hash, data.Hash);
                loaded++;
            }
            catch (ReproException e)
            {
                Assert.Contains("the images are not the locked ones", e.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        await stop.CancelAsync();
        await change;
        Assert.True(loaded >= 20 && refused >= 20, $"{loaded} loaded, {refused} refused");
    }

    [Theory]
    [InlineData(50_000, 50_000)]
    [InlineData(20_000, 20_000)]
    [InlineData(1, 1 << 30)]
    public void AHeaderThatPromisesTooManyPixelsIsRefusedBeforeMemoryIsTaken(int width, int height)
    {
        var png = Tiny.Image(5).ToPng();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        File.WriteAllBytes(Hostile, png);
        ImageFolder.Load(root.Path, Tiny.Settings.Data with { Take = 5 }).Dispose();
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertMessage($"'data/dots/dot-5.png' is not a readable image: {width}x{height} pixels are more than 128 Mi.");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 22);
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private void AssertMessage(string message)
    {
        var error = Assert.Throws<ReproException>(() => ImageFolder.Load(root.Path, Tiny.Settings.Data));
        Assert.StartsWith("data set 'dots': ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
