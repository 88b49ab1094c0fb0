using Repro.Cli.Diff;
using Repro.Runtime;
using Repro.Runtime.Captures;
using Repro.Runtime.Imaging;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Verification;

namespace Repro.Experiments.Tests.Locked;

/// <summary>
/// Verifies a rerun against its snapshot: the numbers as far as they were rerun, and the pixels of each picture that was taken.
/// </summary>
internal static class LockedResult
{
    /// <summary>Fails with everything that differs, having left the received files beside the verified ones.</summary>
    public static async Task Verify(ReceivedResult rerun, string folder)
    {
        var name = rerun.Snapshot.Header.Experiment;
        var failures = new List<string>();
        await Collect(failures, VerifyNumbers(rerun.Snapshot, folder, name));
        foreach (var capture in rerun.Captures)
        {
            await Collect(failures, VerifyPicture(capture, folder, name));
        }

        if (failures.Count > 0)
        {
            failures.Add($"If the change is wanted: repro run {name}, then: repro accept {name}");
            Assert.Fail(string.Join("\n\n", failures));
        }
    }

    private static SettingsTask VerifyNumbers(Snapshot snapshot, string folder, string name) =>
        Verifier.Verify(SnapshotWriter.Write(snapshot)).UseDirectory(folder).UseFileName(name).UseStringComparer((received, verified, _) =>
            Task.FromResult(CompareNumbers(received, verified)));

    private static SettingsTask VerifyPicture(Capture capture, string folder, string name) =>
        Verifier.Verify(new MemoryStream(capture.Picture.ToPng()), "png").UseDirectory(folder).UseFileName($"{name}-{capture.FileName}")
            .UseStreamComparer(
                (received, verified, _) => Task.FromResult(ComparePixels($"{name}: {capture.FileName}", received, verified)));

    private static CompareResult CompareNumbers(string received, string verified)
    {
        try
        {
            var (was, now) = (SnapshotParser.Parse(verified, "the verified file"), SnapshotParser.Parse(received, "the received file"));
            var difference = SnapshotComparison.Compare(was, now);
            return difference is null
                ? CompareResult.Equal
                : CompareResult.NotEqual(
                    $"{difference}\n\n{ChangedLines.Text(SnapshotWriter.Write(was.First(now.Epochs.Count)), received)}");
        }
        catch (ReproException e)
        {
            return CompareResult.NotEqual(e.Message);
        }
    }

    private static CompareResult ComparePixels(string picture, Stream received, Stream verified)
    {
        var (was, now) = (Decode(verified), Decode(received));
        return was.Hash == now.Hash
            ? CompareResult.Equal
            : CompareResult.NotEqual(
                $"{picture} has the pixels {now.Hash[..16]}… ({now.Width}x{now.Height}), had {was.Hash[..16]}… ({was.Width}x{was.Height})");
    }

    private static RgbImage Decode(Stream png)
    {
        using var copy = new MemoryStream();
        png.CopyTo(copy);
        return PictureFile.Decode(copy.ToArray());
    }

    // Verify's exception type is its own secret; any failure of it is one to report, after the other files had their turn.
    private static async Task Collect(List<string> failures, SettingsTask verification)
    {
        try
        {
            await verification;
        }
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            failures.Add(e.Message);
        }
    }
}
