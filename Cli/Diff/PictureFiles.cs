using Repro.Runtime;
using Repro.Runtime.Charts;
using Repro.Runtime.Comparison;
using Repro.Runtime.Files;

namespace Repro.Cli.Diff;

/// <summary>
/// Writes the differences to a folder: pictures before, after, and their amplified difference, and curves before and after.
/// </summary>
internal sealed class PictureFiles
{
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly List<(RunDifference Difference, CurveFile Curve)> curves = [];

    private PictureFiles(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>
    /// Writes <c>EXPERIMENT-epoch-010-samples.before.png</c>, <c>.after.png</c> and <c>.difference.png</c> of each picture that differs, if
    /// its files exist. It writes <c>EXPERIMENT-loss.svg</c> for the loss, and one such file for each other number that differs in some
    /// epoch.
    /// </summary>
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

            foreach (var name in Differing(difference))
            {
                files.WriteCurve(difference, name);
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

    /// <summary>The curves of two runs that were written, in the order of the numbers in a snapshot.</summary>
    public IEnumerable<CurveFile> Curves(RunDifference difference) =>
        curves.Where(entry => entry.Difference == difference).Select(entry => entry.Curve);

    private static IEnumerable<string> Differing(RunDifference difference)
    {
        var differing = difference.Epochs.SelectMany(epoch => epoch.Values).Select(value => value.Name).ToHashSet(StringComparer.Ordinal);
        return difference.Before.Snapshot.Epochs.Concat(
            difference.After.Snapshot.Epochs).SelectMany(epoch => epoch.Values).Select(value => value.Name)
            .Distinct(StringComparer.Ordinal).Where(differing.Contains);
    }

    private void WriteCurve(RunDifference difference, string name)
    {
        var (before, after) = (difference.Before.Snapshot, difference.After.Snapshot);
        var experiment = after.Header.Experiment;
        var plain = name.Select(character => char.IsAsciiLetterOrDigit(character) || character == '_' ? character : '-');
        var file = $"{experiment}-{string.Concat(plain)}";
        while (!written.Add($"{file}.svg"))
        {
            file += '-';
        }

        var path = Path.Combine(Folder, $"{file}.svg");
        AtomicFile.WriteText(path, LineChartSvg.Write(LossChart.Of($"{experiment}: {name}", name, before.Epochs, after.Epochs)));
        curves.Add((difference, new CurveFile(name, path)));
    }

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

/// <summary>A chart that was written.</summary>
/// <param name="Name">The number that it shows before and after: <c>loss</c>, or a term.</param>
/// <param name="Path">The file.</param>
internal sealed record CurveFile(string Name, string Path);
