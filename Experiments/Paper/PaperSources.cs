using Repro.Runtime.Captures;
using Repro.Runtime.Studies;

namespace Repro.Experiments.Paper;

/// <summary>What the page shows of the locked runs, and where its pictures are, as links from it.</summary>
internal sealed class PaperSources(StudyContext context)
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

    /// <summary>A term of the loss in the last epoch of an experiment's locked run.</summary>
    public double LockedLoss(string experiment, string term) =>
        PaperCharts.Locked(context.Snapshots, experiment).Epochs[^1].Terms.Single(value => value.Name == term).Value;

    private string Link(string alternative, string path)
    {
        var page = Path.GetDirectoryName(Path.Combine(context.Root, VaePaper.PagePath))!;
        return $"![{alternative}]({Path.GetRelativePath(page, path).Replace('\\', '/')})";
    }
}
