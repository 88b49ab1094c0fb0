using System.Text;
using Repro.Runtime.Data;
using Repro.Runtime.Files;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Runs;

/// <summary>
/// Records, snapshots and locks with changes of many kinds. Each is refused with a message, or read as a value that is written as the same
/// text. There are 3,000 files of each kind, and 100,000 with <c>REPRO_SLOW_TESTS=1</c>.
/// </summary>
public sealed class LyingTextTests
{
    private static readonly int Files = Thorough.IsOn ? 100_000 : 3_000;

    private static readonly string[] Pieces =
    [
        "0", "-1", "99999999999999999999", "1e9", "\"", "{", "}", "[", "]", ",", ":", "\n", "\r\n", "  ", "\u00e9", "\ud800", "\0", "../",
        "/", "null", "epoch", "weights",
        "\n\n", "0x00000000", "0x7FC00000", "NaN",
    ];

    private static readonly RunRecord Record = new(
        "vae-70", Samples.HashA, Samples.HashB, "exact, numerics 1", 42, 300, Samples.HashA, 151.25, DateTimeOffset.UnixEpoch,
        [FileDigest.Of("captures/a.png", "a"u8), FileDigest.Of("losses.csv", "b"u8)]);

    [Fact]
    public void ARecordIsReadOnlyAsItWasWritten()
    {
        var whole = Record.ToJson();
        Fuzz(31, whole, text =>
        {
            RunRecord.Parse(text, "run.json");
            Assert.Equal(whole, text);
        });
    }

    [Fact]
    public void ASnapshotIsReadAsWhatItSays() => Fuzz(32, SnapshotWriter.Write(Samples.Snapshot()), text =>
    {
        var written = SnapshotWriter.Write(SnapshotParser.Parse(text, "snapshot"));
        Assert.Equal(written, SnapshotWriter.Write(SnapshotParser.Parse(written, "again")));
    });

    [Fact]
    public void ALockIsReadAsWhatItSays() => Fuzz(33, new DataLock([("a.png", Samples.HashA), ("b/c d.png", Samples.HashB)]).Text, text =>
    {
        if (DataLock.TryParse(text) is { } locked)
        {
            Assert.Equal(locked.Text, DataLock.TryParse(locked.Text)!.Text);
        }
    });

    private static void Fuzz(int seed, string whole, Action<string> read)
    {
        var random = new Random(seed);
        for (var i = 0; i < Files; i++)
        {
            var text = Change(random, whole);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read(text);
            }
            catch (ReproException e)
            {
                Assert.NotEmpty(e.Message);
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000 + (200 * text.Length));
        }
    }

    private static string Change(Random random, string whole)
    {
        var text = new StringBuilder(whole);
        for (var changes = random.Next(1, 4); changes > 0 && text.Length > 0; changes--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text[at] = (char)random.Next(1, 128);
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text.Remove(at, Math.Min(text.Length - at, random.Next(1, 60)));
                    break;
                case 3:
                    text.Insert(
                        at, whole.AsSpan(random.Next(whole.Length)) is var rest ? rest[..Math.Min(rest.Length, random.Next(80))] : default);
                    break;
                default:
                    text.Length = at;
                    break;
            }
        }

        // The text as it is read from a file.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
