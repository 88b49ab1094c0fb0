using System.Globalization;
using System.Text;
using Repro.Experiments.Paper.Sections;
using Repro.Runtime.Metrics;

namespace Repro.Experiments.Paper;

/// <summary>The text of <c>docs/paper.md</c>. Every number and every verdict in it is computed from the results.</summary>
internal static class PaperPage
{
    private static readonly string[] Experiments = [Vae1.Name, Vae14.Name, Vae70.Name, Ae70.Name];

    public static string Write(PaperNumbers numbers, PaperSources sources, int components)
    {
        Section[] sections =
        [
            Figure2.Write(numbers, sources),
            Table3.Write(numbers, sources),
            Transitions.Write(numbers, sources),
            LossCurves.Write(numbers, sources),
            Baseline.Write(numbers, sources, components),
        ];
        var text = new StringBuilder(Head(numbers));
        text.Append('\n').Append(MarkdownTable.Write(
            ["The paper shows", "tested by", "holds"],
            sections.SelectMany(section => section.Claims).Select(
                claim => (IReadOnlyList<string>)[claim.Shows, claim.Test, claim.Verdict])));
        foreach (var section in sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n\n{section.Text}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## How it was measured\n\n{Method(numbers, sources)}\n");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Head(PaperNumbers numbers) => $"""
        <!-- Written by 'repro paper'; edit Experiments/Paper instead. -->
        # The paper, reproduced

        *A Popular Generative Model: VAE* compares a convolutional variational autoencoder (VAE) with a plain autoencoder (AE) of the same networks. Its pictures are not
        published, so ours are trained on {Vae70.Settings.Data.Take} Noto Emoji faces, with the LeakyReLU slope and the seeds our choice. What can be reproduced is therefore what the paper shows, not its
        numbers. Each thing it shows has a number here that tests it, from {numbers.Runs} runs: {Experiments.Length} experiments with the {Words(numbers.Seeds.Count)} {Seeds(numbers)}. A number is the mean over
        the seeds ± their standard deviation. Distances of images are roots of mean squared differences, in gray levels from 0 to 255. The pictures are those of seed {numbers.Seeds[0]}.

        """;

    private static string Method(PaperNumbers numbers, PaperSources sources) => $"""
        `repro paper` trains the runs that are missing, measures all, and writes this page, its pictures and [results.json](paper/results.json). It also writes every number as CSV and
        JSON to `artifacts/paper/`: each by itself, and over the seeds with mean, standard deviation, least and most. [metrics.md](metrics.md) defines the metrics and the files. Each is measured
        with {ModelMetrics.Samples} draws of the prior and at most {ModelMetrics.Pairs} lines of {ModelMetrics.Frames} images; the same engine and data give the same bits on every machine.

        The runs were trained with the engine {numbers.Engine}. Those of seed {numbers.Seeds[0]} are the locked ones:

        {MarkdownTable.Write(["experiment", "weights"], Experiments.Select(experiment => (IReadOnlyList<string>)[experiment, $"`{sources.LockedWeights(experiment)}…`"])).TrimEnd()}
        """;

    private static string Words(int seeds) => seeds == 1 ? "seed" : "seeds";

    private static string Seeds(PaperNumbers numbers) =>
        string.Join(", ", numbers.Seeds.Select(seed => seed.ToString(CultureInfo.InvariantCulture)));
}
