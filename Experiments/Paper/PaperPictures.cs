using Repro.Runtime.Captures;
using Repro.Runtime.Studies;

namespace Repro.Experiments.Paper;

/// <summary>Where the page's pictures are, as links from it.</summary>
internal sealed class PaperPictures(StudyContext context)
{
    public const string LossesPath = VaePaper.FolderPath + "/losses.svg";
    public const string TermsPath = VaePaper.FolderPath + "/terms.svg";
    public const string BaselineSamplesPath = VaePaper.FolderPath + "/pca-samples.png";
    public const string BaselineInterpolationPath = VaePaper.FolderPath + "/pca-interpolation.png";

    /// <summary>A locked picture.</summary>
    public string Locked(string alternative, string experiment, int epoch, string kind) =>
        Link(alternative, context.Snapshots.VerifiedPicturePath(experiment, Capture.NameOf(epoch, kind)));

    /// <summary>A file of the page's own.</summary>
    public string Own(string alternative, string path) => Link(alternative, Path.Combine(context.Root, path));

    /// <summary>The first digits of the hash of an experiment's locked weights.</summary>
    public string LockedWeights(string experiment) => PaperCharts.Locked(context.Snapshots, experiment).Weights![..16];

    private string Link(string alternative, string path)
    {
        var page = Path.GetDirectoryName(Path.Combine(context.Root, VaePaper.PagePath))!;
        return $"![{alternative}]({Path.GetRelativePath(page, path).Replace('\\', '/')})";
    }
}
