using Microsoft.Playwright;
using Repro.Runtime.Studies;

namespace Repro.Report.Tests.Browser;

/// <summary>What was measured, on the page.</summary>
public class MetricTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly IReadOnlyList<ReportedExperiment> Two =
    [
        Results.Run("first") with { Metrics = Metrics(1, [1, 2, 3]) }, Results.Run("second", number: 2) with { Metrics = Metrics(4, [7]) },
        Results.Run("third", number: 3) with { MetricsNote = "These weights have not been measured. Measure them with: repro report "
            + "--measure third" },
    ];

    [BrowserFact]
    public async Task TheMetricsOfARunAreATableWithTheirSpreadAndTheBaseline()
    {
        await using var report = await chromium.Open(Two, "#/experiment/first");
        Assert.Equal(
            ["Metric", "Epoch 40", "Mean ± deviation of 3 seeds", "Least to most", "pca-4"],
            await report.Texts("#metrics > .scroll thead th"));
        Assert.Equal(
            [
                "reconstruction error gray levels, lower is better 41 42 ± 1 41 to 43 7.250",
                "active latent units units 4 4 ± 0 4 to 4 3",
                "scale of the latent vectors near 1 is better 0.7500 0.7500 ± 0.01250 0.7400 to 0.7600 1",
                "loss, evaluation mode lower is better 12 346 12 346 ± 0 12 346 to 12 346 –",
            ],
            (await report.Texts("#metrics > .scroll tbody tr")).Select(row => row.Replace('\u202f', ' ')));
        Assert.Equal(
            [
                "Of these weights, from artifacts/paper/results.json. The spread is over 3 runs, with the seeds 1, 2, 3. pca-4 is "
                + "principal component analysis of the same images, with 3 components. " +
                "A training image is 31.25 gray levels from the nearest other one, on average.",
            ],
            await report.Texts("#metrics .lead"));
        await report.Page.GetByText("The metrics after each captured epoch").First.ClickAsync();
        await Assertions.Expect(report.Page.Locator("#metrics details tbody tr")).ToHaveCountAsync(4);
        Assert.Equal(
            ["reconstruction error", "21", "41"],
            await report.Page.Locator("#metrics details tbody tr").First.Locator("th, td").AllInnerTextsAsync());
    }

    [BrowserFact]
    public async Task OneSeedHasNoSpread()
    {
        await using var report = await chromium.Open(Two, "#/experiment/second");
        Assert.Equal(["Metric", "Epoch 40", "pca-4"], await report.Texts("#metrics > .scroll thead th"));
        Assert.Contains(
            "One seed was measured, so there is no spread.", (await report.Texts("#metrics .lead"))[0], StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task WithoutMetricsThePageSaysWhyAndWhatMakesThem()
    {
        await using var report = await chromium.Open(Two, "#/experiment/third");
        Assert.Equal(
            ["These weights have not been measured. Measure them with: repro report --measure third"],
            await report.Texts("#metrics .lead"));
        await Assertions.Expect(report.Page.Locator("#metrics table")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task ExperimentsBesideEachOtherHaveTheirMetricsBesideEachOther()
    {
        await using var report = await chromium.Open(Two, "#/compare/first,second,third");
        Assert.Equal(["", "first", "second", "third"], await report.Texts("#metrics thead th"));
        Assert.Equal("reconstruction error gray levels, lower is better 41 42 ± 1 44 –", (await report.Texts("#metrics tbody tr"))[0]);
        Assert.Equal(
            ["third: These weights have not been measured. Measure them with: repro report --measure third"],
            await report.Texts("#metrics li"));
    }

    private static ReportedMetrics Metrics(double number, long[] seeds)
    {
        MeasuredEpoch[] epochs =
        [
            .. new[] { 20, 40 }.Select(epoch => new MeasuredEpoch(
                epoch,
                [
                    Of("loss", epoch, 12345.678, 0), Of("reconstruction_error", epoch, number + epoch, 1), Of(
                        "active_units", epoch, 4, 0), Of("latent_scale", epoch, 0.75, 0.01),
                ])),
        ];
        return new()
        {
            File = "artifacts/paper/results.json",
            Seeds = seeds,
            Epochs = epochs,
            Baselines = [new(
                "pca-4", 3, [Of("reconstruction_error", null, 7.25, 0), Of("active_units", null, 3, 0), Of("latent_scale", null, 1, 0)])],
            NeighbourDistance = 31.25,
        };

        MeasuredNumber Of(string name, int? epoch, double value, double spread) => new(
            value,
            name == "latent_scale"
                ? new Summary("a", 6, epoch, name, "", seeds.Length, value, spread * 1.25, value - spread, value + spread)
                : new Summary("a", 6, epoch, name, "", seeds.Length, value + spread, spread, value, value + (2 * spread)));
    }
}
