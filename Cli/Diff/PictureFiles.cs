using Repro.Runtime;
using Repro.Runtime.Artifacts;
using Repro.Runtime.Comparison;

namespace Repro.Cli.Diff;

/// <summary>A folder of the pictures that differ: before, after, and the amplified difference.</summary>
internal sealed class PictureFiles
{
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    private PictureFiles(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Writes <c>EXPERIMENT-epoch-010-samples.before.png</c>, <c>.after.png</c> and <c>.difference.png</c> of all that differ and are at hand.</summary>
    /// <exception cref="ReproException">A file cannot be written.</exception>
    public static PictureFiles Write(string folder, DiffReport report)
    {
        OutputFolder.Create(folder);
        var files = new PictureFiles(folder);
        foreach (var difference in report.Entries.Select(entry => entry.Difference).OfType<RunDifference>())
        {
            foreach (var picture in difference.Pictures)
            {
                files.Write(difference, picture);
            }
        }

        return files;
    }

    /// <summary>The path of a written file, or <c>null</c>.</summary>
    /// <param name="difference">Which runs.</param>
    /// <param name="picture">Which picture of theirs.</param>
    /// <param name="what"><c>before</c>, <c>after</c> or <c>difference</c>.</param>
    public string? Find(RunDifference difference, PictureDifference picture, string what) =>
        written.Contains(Name(difference, picture, what)) ? Path.Combine(Folder, Name(difference, picture, what)) : null;

    private void Write(RunDifference difference, PictureDifference picture)
    {
        var before = picture.Before is { } was ? difference.Before.Picture(was) : null;
        var after = picture.After is { } now ? difference.After.Picture(now) : null;
        var amplified = before is not null && after is not null ? picture.Pixels?.Amplified(before, after) : null;
        foreach (var (what, image) in new[] { ("before", before), ("after", after), ("difference", amplified) })
        {
            if (image is not null)
            {
                var name = Name(difference, picture, what);
                AtomicFile.Write(Path.Combine(Folder, name), stream => stream.Write(image.ToPng()));
                written.Add(name);
            }
        }
    }

    private static string Name(RunDifference difference, PictureDifference picture, string what) =>
        $"{difference.After.Snapshot.Header.Experiment}-{picture.FileName}.{what}.png";
}
