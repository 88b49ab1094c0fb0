using Repro.Runtime;
using Repro.Runtime.Files;
using Repro.Runtime.Snapshots;

namespace Repro.Report;

/// <summary>The folder <c>artifacts/report</c>: the page, and its numbers as JSON and CSV.</summary>
/// <param name="root">The folder of <c>experiments.yaml</c>.</param>
public sealed class ReportFolder(string root)
{
    /// <summary>The most bytes of pictures that a page holds; in Base64 they become four thirds of it.</summary>
    public const long MostPictureBytes = 48L << 20;

    private readonly string path = Path.Combine(root, "artifacts", "report");

    /// <summary>The page.</summary>
    public string PagePath => Path.Combine(path, "index.html");

    /// <summary>Everything the page shows but the pictures, as JSON.</summary>
    public string JsonPath => Path.Combine(path, "report.json");

    /// <summary>The final numbers of all experiments, as CSV.</summary>
    public string CsvPath => Path.Combine(path, "report.csv");

    /// <summary>Everything that was measured, as CSV.</summary>
    public string MetricsPath => Path.Combine(path, "metrics.csv");

    /// <summary>Writes the report. The same results give the same bytes.</summary>
    /// <param name="experiments">What it shows.</param>
    /// <param name="written">Is called after each experiment with how many are written.</param>
    /// <param name="mostPictureBytes">The most bytes of pictures; see <see cref="MostPictureBytes"/>.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="ReproException">A file cannot be written.</exception>
    public WrittenReport Write(IReadOnlyList<ReportedExperiment> experiments, Action<int> written, long mostPictureBytes = MostPictureBytes)
    {
        ArgumentNullException.ThrowIfNull(experiments);
        ArgumentNullException.ThrowIfNull(written);
        try
        {
            Folders.Create(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException(
                $"The folder '{path}' cannot be made: {e.Message} Make the folder above it writable, or move what is in the way.", e);
        }

        var pictures = PictureChoice.Choose(experiments, mostPictureBytes);
        AtomicFile.WriteText(CsvPath, ReportCsv.Write(experiments));
        AtomicFile.WriteText(MetricsPath, ReportCsv.WriteMetrics(experiments));
        AtomicFile.WriteText(JsonPath, ReportJson.All(experiments, EngineIdentity.Current) + "\n");
        AtomicFile.Write(PagePath, stream => ReportPage.Write(stream, experiments, pictures, EngineIdentity.Current, written));
        var leftOut = experiments.Sum(experiment =>
            experiment.Pictures.Count(picture => !pictures.ContainsKey(picture.Entry.Hash)) + (
                experiment.Map is { } map && !pictures.ContainsKey(map.Hash) ? 1 : 0));
        return new WrittenReport(PagePath, new FileInfo(PagePath).Length, leftOut);
    }
}

/// <summary>What was written.</summary>
/// <param name="Page">The page.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="PicturesLeftOut">How many pictures it does not hold, to stay small.</param>
public sealed record WrittenReport(string Page, long Bytes, int PicturesLeftOut);
