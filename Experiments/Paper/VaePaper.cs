using Repro.Runtime;
using Repro.Runtime.Charts;
using Repro.Runtime.Files;
using Repro.Runtime.Imaging;
using Repro.Runtime.Studies;

namespace Repro.Experiments.Paper;

/// <summary>
/// <c>repro paper</c>: the paper <i>A Popular Generative Model: VAE</i>, reproduced. Its page, <c>docs/paper.md</c>, is a function of the
/// results, which lie beside its pictures, of the images and of the snapshots.
/// </summary>
internal sealed class VaePaper : Study
{
    /// <summary>The page, relative to the folder of <c>experiments.yaml</c>.</summary>
    public const string PagePath = "docs/paper.md";

    /// <summary>The folder of its pictures and results, relative to that of <c>experiments.yaml</c>.</summary>
    public const string FolderPath = "docs/paper";

    /// <summary>The results, relative to the folder of <c>experiments.yaml</c>.</summary>
    public const string ResultsPath = FolderPath + "/results.json";

    public override string Name => "paper";

    public override string Description =>
        "Train the experiments of the paper with several seeds, measure what it shows, and write docs/paper.md. What has an up-to-date "
        + "run is not trained again.";

    public override IReadOnlyList<Experiment> Experiments { get; } = [Find(Vae1.Name), Find(Vae14.Name), Find(Vae70.Name), Find(Ae70.Name)];

    /// <summary>The first is that of the locked runs, whose pictures the page shows.</summary>
    public override IReadOnlyList<long> Seeds { get; } = [Vae70.Seed, 43, 44, 45, 46];

    public override int BaselineComponents => Vae.LatentDimension;

    public override string CommittedResults => ResultsPath;

    public override string CommittedPage => PagePath;

    public override IReadOnlyList<string> Write(StudyContext context, StudyResults results)
    {
        ArgumentNullException.ThrowIfNull(context);
        StudyTables.MakeFolder(Path.Combine(context.Root, FolderPath));
        AtomicFile.WriteText(Path.Combine(context.Root, ResultsPath), results.ToJson());
        return [ResultsPath, .. WritePage(context, results)];
    }

    /// <summary>Writes the page and its pictures of results that are at hand, and gives the files.</summary>
    public IReadOnlyList<string> WritePage(StudyContext context, StudyResults results)
    {
        var texts = Texts(context, results);
        foreach (var (path, text) in texts)
        {
            AtomicFile.WriteText(Path.Combine(context.Root, path), text);
        }

        var pictures = Pictures(context);
        foreach (var (path, picture) in pictures)
        {
            AtomicFile.Write(Path.Combine(context.Root, path), stream => stream.Write(picture.ToPng()));
        }

        return [.. texts.Select(file => file.Path), .. pictures.Select(file => file.Path)];
    }

    /// <summary>The text files of the page.</summary>
    public IReadOnlyList<(string Path, string Text)> Texts(StudyContext context, StudyResults results) =>
    [
        (PagePath, PaperPage.Write(new PaperNumbers(results), new PaperSources(context), BaselineComponents)),
        (PaperSources.LossesPath, LineChartSvg.Write(PaperCharts.Losses(context.Snapshots, Experiments))),
        (PaperSources.TermsPath, LineChartSvg.Write(PaperCharts.Terms(context.Snapshots))),
    ];

    /// <summary>The pictures of the page that are not locked ones.</summary>
    public IReadOnlyList<(string Path, RgbImage Picture)> Pictures(StudyContext context)
    {
        var baseline = new BaselinePictures(context.Data(Find(Vae70.Name)), BaselineComponents);
        return [(PaperSources.BaselineSamplesPath, baseline.Samples(Vae70.Seed)), (
            PaperSources.BaselineInterpolationPath, baseline.Interpolation())];
    }

    private static Experiment Find(string name) => ExperimentCatalog.All.Single(experiment => experiment.Name == name);
}
