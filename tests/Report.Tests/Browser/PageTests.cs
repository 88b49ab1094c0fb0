using System.Globalization;
using Microsoft.Playwright;
using Repro.Runtime.Imaging;
using Repro.Runtime.Metrics;
using Repro.Runtime.Snapshots;

namespace Repro.Report.Tests.Browser;

/// <summary>What the page shows and does, in a browser.</summary>
public class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly IReadOnlyList<ReportedExperiment> Three =
        [Results.Run("first"), Results.Run("second", number: 2), Results.WithoutResults("third")];

    // A run of the tests that must not skip them: a workflow says so.
    [Fact]
    public void ABrowserIsThereWhereOneIsRequired() =>
        Assert.False(
            Environment.GetEnvironmentVariable("REPRO_REQUIRE_CHROMIUM") == "1" && Chromium.Program is null, BrowserFactAttribute.Missing);

    [BrowserFact]
    public async Task TheOverviewHasARowForEachExperimentWithItsFinalNumbers()
    {
        await using var report = await chromium.Open(Three);
        Assert.Equal("Repro report", await report.Page.TitleAsync());
        Assert.Equal(
            ["3 experiments: 2 match their lock, 1 not locked. Compared on the engine " + EngineIdentity.Current + "."],
            await report.Texts("main .lead"));
        Assert.Equal(
            ["Experiment", "Samples", "Curve", "Lock", "loss", "squared_error", "penalty", "validation loss", "Architecture", "Images", "Epochs", "Seed"],
            await report.Texts("thead th"));
        var row = await report.Row(".experiments", "second");
        Assert.Equal(
            ["second", "✓ matches its lock", "27.01", "25", "2.013", "27.50", "linear", "6", "40", "2"],
            row.Where((_, i) => i is not (1 or 2)).Select(Line));
        Assert.Equal("○ no results", Line((await report.Row(".experiments", "third"))[3]));
        Assert.Equal(["Samples of first after epoch 40", "Samples of second after epoch 40"], await Attributes(report, ".thumb", "alt"));
        await Assertions.Expect(report.Page.Locator(".spark path")).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task ATitleSortsItsColumn()
    {
        await using var report = await chromium.Open([Results.Run("b"), Results.Run("c", number: 3), Results.Run("a", number: 2)]);
        var button = report.Page.GetByRole(AriaRole.Button, new() { Name = "loss", Exact = true });
        await button.ClickAsync();
        Assert.Equal(["b", "a", "c"], await report.Texts("tbody th"));
        Assert.Equal("ascending", await report.Page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"));
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(["c", "a", "b"], await report.Texts("tbody th"));
    }

    [BrowserFact]
    public async Task TheFilterLeavesWhatHasAllItsWords()
    {
        await using var report = await chromium.Open(Three);
        await report.Page.GetByLabel("Filter").FillAsync("LINEAR lock seco");
        Assert.Equal(["second"], await report.Texts("tbody th"));
        Assert.Equal(["1 of 3 experiments"], await report.Texts("#count"));
        Assert.Equal(1, await report.Page.Locator("#names li:visible").CountAsync());
    }

    [BrowserFact]
    public async Task TheCurvesGoThroughTheNumbersOfTheRun()
    {
        await using var report = await chromium.Open(Three, "#/experiment/first");
        var epochs = Three[0].Snapshot!.Epochs;
        var loss = await Points(report, "loss");
        Assert.Equal(epochs.Count, loss.Count);
        AssertProportional(epochs.Select(epoch => (double)epoch.Epoch), loss.Select(point => point.X));
        AssertProportional(epochs.Select(epoch => -Math.Log10(epoch.Loss)), loss.Select(point => point.Y));
        await report.Page.GetByLabel("linear").First.CheckAsync();
        loss = await Points(report, "loss");
        AssertProportional(epochs.Select(epoch => -(double)epoch.Loss), loss.Select(point => point.Y));
        // The epoch whose validation loss is infinite is a gap.
        Assert.Equal(epochs.Count - 1, (await Points(report, "validation loss")).Count);
        Assert.Equal(2, (await report.Page.Locator(".chart").First.Locator(
            "path[data-series='validation loss']").GetAttributeAsync("d"))!.Count(c => c == 'M'));
        Assert.Equal(40, (await Points(report, "learning rate")).Count);
    }

    [BrowserFact]
    public async Task PointingAtACurveGivesItsValues()
    {
        await using var report = await chromium.Open(Three, "#/experiment/first");
        var epochs = Three[0].Snapshot!.Epochs;
        var points = await Points(report, "loss");
        var svg = report.Page.Locator(".chart > svg").First;
        var box = (await svg.BoundingBoxAsync())!;
        var scale = box.Width / double.Parse((await svg.GetAttributeAsync("viewBox"))!.Split(' ')[2], CultureInfo.InvariantCulture);
        foreach (var i in new[] { 0, 2, 17, 39 })
        {
            await report.Page.Mouse.MoveAsync((float)(box.X + (points[i].X * scale)), box.Y + 60);
            string[] expected = [.. epochs[i].Values.Select(value => $"{value.Name} {FloatText.Decimal(value.Value)}")];
            Assert.Equal(expected, (await report.Texts(".chart:first-of-type .legend li")).Take(expected.Length));
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"epoch {i + 1}"), (await report.Texts(".chart .at"))[0]);
        }
    }

    [BrowserFact]
    public async Task ArrowKeysMoveTheCursorAndSayItsValues()
    {
        await using var report = await chromium.Open(Three, "#/experiment/first");
        await report.Cursor.FocusAsync();
        await report.Page.Keyboard.PressAsync("Home");
        await report.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(
            "epoch 2: loss 501.25, squared_error 500, penalty 1.25, validation loss 550",
            await report.Cursor.GetAttributeAsync("aria-valuetext"));
    }

    [BrowserFact]
    public async Task ALegendEntryHidesItsCurve()
    {
        await using var report = await chromium.Open(Three, "#/experiment/first");
        await report.Page.Locator(".legend").First.GetByLabel("penalty").UncheckAsync();
        Assert.Equal(
            ["loss", "squared_error", "validation loss"],
            await Attributes(report, ".chart:first-of-type > svg path[data-series]", "data-series", 3));
    }

    [BrowserFact]
    public async Task TheCurvesHaveATable()
    {
        await using var report = await chromium.Open(Three, "#/experiment/first");
        await report.Page.GetByText("The numbers of 40 epochs").First.ClickAsync();
        var rows = report.Page.Locator("#losses tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(40);
        Assert.Equal(
            ["3", "334.5", "333.333344", "1.16666663", "Infinity", "0.0003333333333333333"],
            await rows.Nth(2).Locator("th, td").AllInnerTextsAsync());
    }

    [BrowserFact]
    public async Task TheSliderGoesThroughTheCapturedEpochs()
    {
        await using var report = await chromium.Open(Three, "#/experiment/first");
        Assert.Equal(Sources(Three[0], 40), await Attributes(report, ".pictures img", "src"));
        var slider = report.Page.GetByLabel("Captured epoch");
        await slider.FocusAsync();
        await report.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(Sources(Three[0], 20), await Attributes(report, ".pictures img", "src"));
        Assert.Equal("epoch 20", await slider.GetAttributeAsync("aria-valuetext"));
        Assert.Equal(
            ["first: reconstructions after epoch 20", "first: samples after epoch 20", "first: interpolation after epoch 20"],
            await Attributes(report, ".pictures img", "alt"));
    }

    [BrowserFact]
    public async Task APictureOpensLargeAndEscapeClosesIt()
    {
        await using var report = await chromium.Open(Three, "#/experiment/first");
        var picture = report.Page.GetByLabel("Enlarge first: samples after epoch 40");
        await picture.FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        var dialog = report.Page.GetByRole(AriaRole.Dialog, new() { Name = "first: samples after epoch 40" });
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        var image = report.Page.Locator("#zoom-image");
        Assert.Equal((Sources(Three[0], 40)[1], "128"), (await image.GetAttributeAsync("src"), await image.GetAttributeAsync("width")));
        await report.Page.Keyboard.PressAsync("+");
        Assert.Equal(("160", "5×"), (await image.GetAttributeAsync("width"), await report.Page.Locator("#zoom-scale").InnerTextAsync()));
        await report.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(Sources(Three[0], 20)[1], await image.GetAttributeAsync("src"));
        Assert.Equal("first: samples after epoch 20, 32 × 22 pixels", await image.GetAttributeAsync("alt"));
        await report.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(report.Page.Locator("#zoom")).ToBeHiddenAsync();
        Assert.Equal("Enlarge first: samples after epoch 40", await report.Focused());
    }

    [BrowserFact]
    public async Task TheWalkShowsTheImagesOfTheInterpolationPixelByPixel()
    {
        await using var report = await chromium.Open(Three, "#/experiment/second");
        var grid = Results.Grid(212);
        await report.Page.GetByLabel("Pair of images").SelectOptionAsync("1");
        await report.Page.GetByLabel("Place on the line").FocusAsync();
        for (var column = 0; column < 3; column++)
        {
            await Assertions.Expect(report.Page.Locator("#pictures canvas.big")).ToHaveAttributeAsync(
                "aria-label", string.Create(CultureInfo.InvariantCulture, $"second: pair 2, t = {column / 2.0:F2}, after epoch 40"));
            Assert.Equal(Tile(grid, 1, column), await Pixels(report, "#pictures canvas.big"));
            await report.Page.Keyboard.PressAsync("ArrowRight");
        }
    }

    [BrowserFact]
    public async Task TheMapShowsItsImagesPixelByPixel()
    {
        var prior = Results.Run("prior") with { Map = Results.Map(3, LatentMapKind.PriorQuantiles) };
        await using var report = await chromium.Open([Three[0], prior], "#/experiment/prior");
        var map = PictureFile.Decode(prior.Map!.Png);
        await report.Page.Locator("#map").ScrollIntoViewIfNeededAsync();
        var big = report.Page.Locator("#map canvas.big");
        await Assertions.Expect(big).ToHaveAttributeAsync("aria-label", "prior: first dimension at 50 %, second at 50 %");
        Assert.Equal(Tile(map, 4, 4), await Pixels(report, "#map canvas.big"));
        await report.Page.GetByLabel("Place across").FocusAsync();
        await report.Page.Keyboard.PressAsync("Home");
        await report.Page.GetByLabel("Place down").FocusAsync();
        await report.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(big).ToHaveAttributeAsync("aria-label", "prior: first dimension at 6 %, second at 61 %");
        Assert.Equal(Tile(map, 3, 0), await Pixels(report, "#map canvas.big"));
        // A press on an image of the map takes it.
        var box = (await report.Page.Locator("#map canvas.map").BoundingBoxAsync())!;
        await report.Page.Mouse.ClickAsync(box.X + (box.Width * 8.5f / 9), box.Y + (box.Height * 7.5f / 9));
        await Assertions.Expect(big).ToHaveAttributeAsync("aria-label", "prior: first dimension at 94 %, second at 17 %");
        Assert.Equal(Tile(map, 7, 8), await Pixels(report, "#map canvas.big"));
        Assert.StartsWith("All that two latent dimensions hold: ", (await report.Texts("#map .lead"))[0], StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task WithoutWeightsThereIsNoMapAndMapsStandBesideEachOther()
    {
        await using var report = await chromium.Open(
            [Three[0], Three[1], Results.Run("locked") with { Map = null }], "#/experiment/locked");
        Assert.Equal(
            ["It is drawn from the weights of a finished run, which are not here. Make them with: repro run locked"],
            await report.Texts("#map .lead"));
        await report.Page.EvaluateAsync("() => location.hash = '#/compare/first,second'");
        await report.Page.GetByLabel("Kind").SelectOptionAsync("latent map");
        string[] expected = [.. Three.Take(2).Select(one => $"data:image/png;base64,{Convert.ToBase64String(one.Map!.Png)}")];
        Assert.Equal(expected, await Attributes(report, ".pictures img", "src"));
        await report.Page.GetByLabel("Enlarge second: latent map after epoch 40").ClickAsync();
        await Assertions.Expect(report.Page.Locator("#zoom-image")).ToHaveAttributeAsync("src", expected[1]);
    }

    [BrowserFact]
    public async Task TheNetworkIsADiagramWithATable()
    {
        await using var report = await chromium.Open(Three, "#/experiment/first");
        Assert.Equal(
            "The network of first: image 3 × 8 × 8, batch norm 3 × 8 × 8, encoder 4, linear 3 × 8 × 8",
            await report.Page.Locator(".network svg").GetAttributeAsync("aria-label"));
        await report.Page.GetByText("Every layer, with the shape after it").First.ClickAsync();
        await Assertions.Expect(report.Page.Locator(".network tbody tr").First).ToBeVisibleAsync();
        Assert.Equal(
            ["norm batch_norm 3 × 8 × 8 6", "encoder latent: 4 4 772", "decoder linear: [3, 8, 8] 3 × 8 × 8 960"],
            await report.Texts(".network tbody tr"));
    }

    [BrowserFact]
    public async Task WhatTheRunIsOfIsShown()
    {
        await using var report = await chromium.Open(Three, "#/experiment/first");
        Assert.Equal(
            Three[0].Settings.Specification + Three[0].Settings.Network.Specification,
            await report.Page.Locator("#specification code").TextContentAsync());
        Assert.Equal(
            [
                "Results a finished run", "Lock matches its lock", $"Specification {Three[0].Settings.SpecHash}",
                $"Images {Three[0].Snapshot!.Header.Data}",
                $"Final weights {Three[0].Snapshot!.Weights}", "Engine exact, numerics 1", "Machine a machine",
                "Finished 2025-03-01T23:59:58Z", "Training took 1 min 23 s",
            ],
            await report.Texts("#provenance > .scroll tr"));
        await report.Page.GetByText("Hashes of the pictures").First.ClickAsync();
        await Assertions.Expect(report.Page.Locator("#provenance details").First.Locator("tbody tr")).ToHaveCountAsync(6);
        await report.Page.GetByText("Files of the run").First.ClickAsync();
        await Assertions.Expect(report.Page.Locator("#provenance details").Last.Locator("tbody tr")).ToHaveCountAsync(1);
        var rows = await report.Texts("#provenance details tbody tr");
        Assert.Contains($"20 samples {Three[0].Pictures[1].Entry.Hash}", rows);
        Assert.Contains("losses.csv 1 ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb", rows);
    }

    [BrowserFact]
    public async Task AnExperimentWithoutResultsSaysSo()
    {
        await using var report = await chromium.Open(Three, "#/experiment/third");
        Assert.Equal(["third has no finished run."], await report.Texts(".remark"));
        Assert.Equal(["Network", "Specification", "Provenance"], await report.Texts("main h2"));
    }

    [BrowserFact]
    public async Task PickedExperimentsAreBesideEachOther()
    {
        await using var report = await chromium.Open(Three);
        await report.Page.GetByLabel("Pick second to compare").CheckAsync();
        await Assertions.Expect(report.Page.Locator("#compare")).ToBeDisabledAsync();
        await report.Page.GetByLabel("Pick first to compare").CheckAsync();
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Compare 2" }).ClickAsync();
        Assert.Equal(["2 experiments beside each other"], await report.Texts("h1"));
        Assert.Equal(["first 26.0125008", "second 27.0125008"], await report.Texts(".legend li"));
        Assert.Equal(["Final penalty", "1.01250005", "2.01250005"], await report.Row("#numbers", "Final penalty"));
        Assert.Equal(["seed 1 2"], await report.Texts("#settings tbody tr"));
        Assert.Equal([Sources(Three[0], 40)[1], Sources(Three[1], 40)[1]], await Attributes(report, ".pictures img", "src"));
        await report.Page.GetByLabel("Kind").SelectOptionAsync("interpolation");
        Assert.Equal([Sources(Three[0], 40)[2], Sources(Three[1], 40)[2]], await Attributes(report, ".pictures img", "src"));
        await report.Page.GetByLabel("Curve").SelectOptionAsync("penalty");
        AssertProportional(
            Three[1].Snapshot!.Epochs.Select(epoch => -Math.Log10(epoch.Terms[1].Value)),
            (await Points(report, "second")).Select(point => point.Y));
        await report.Page.GoBackAsync();
        Assert.Equal(["Experiments"], await report.Texts("h1"));
    }

    [BrowserFact]
    public async Task TextsThatLookLikeCodeAreTexts()
    {
        await using var report = await chromium.Open([Results.Run(Results.Hostile) with { Note = Results.Hostile }, Results.Run("b")]);
        Assert.Equal(Results.Hostile, await report.Page.Locator("tbody th a").First.TextContentAsync());
        await report.Page.Locator("tbody th a").First.ClickAsync();
        Assert.Equal(Results.Hostile, await report.Page.Locator("h1").TextContentAsync());
        Assert.Equal(Results.Hostile, await report.Page.Locator(".remark").TextContentAsync());
        await report.Page.EvaluateAsync("name => location.hash = `#/compare/${encodeURIComponent(name)},b`", Results.Hostile);
        await Assertions.Expect(report.Page.Locator("h1")).ToHaveTextAsync("2 experiments beside each other");
        Assert.False(await report.Page.EvaluateAsync<bool>("() => 'hacked' in window"));
    }

    [BrowserFact]
    public async Task APictureThatIsLeftOutNamesItsFile()
    {
        await using var report = await chromium.Open([Results.Run("first")], "#/experiment/first", mostPictureBytes: 0);
        Assert.Contains("Left out to keep this file small: artifacts/first/captures/epoch-040-samples.png", await report.Texts(".missing"));
        await Assertions.Expect(report.Page.Locator(".player")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task OfHundredsOfExperimentsOnlyWhatIsInViewIsDrawn()
    {
        ReportedExperiment[] many = [.. Enumerable.Range(0, 300).Select(
            i => Results.Run(string.Create(CultureInfo.InvariantCulture, $"sweep-{i:D3}"), number: i))];
        await using var report = await chromium.Open(many);
        Assert.Equal(300, await report.Page.Locator("tbody tr").CountAsync());
        await Assertions.Expect(report.Page.Locator(".thumb").First).ToBeVisibleAsync();
        Assert.InRange(await report.Page.Locator(".thumb").CountAsync(), 5, 60);
        await report.Page.Locator("tbody tr").Last.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(report.Page.GetByAltText("Samples of sweep-299 after epoch 40")).ToBeVisibleAsync();
        await report.Page.GetByLabel("Filter").FillAsync("sweep-12");
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Pick all shown" }).ClickAsync();
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Compare 10" }).ClickAsync();
        await Assertions.Expect(report.Page.Locator(".chart path[data-series]")).ToHaveCountAsync(10);
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Pick none" }).ClickAsync();
        await report.Page.GetByLabel("Filter").FillAsync("");
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Pick all shown" }).ClickAsync();
        Assert.Equal(["Pick at most 12 (now 300)"], await report.Texts("#compare"));
        await Assertions.Expect(report.Page.Locator("#compare")).ToBeDisabledAsync();
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>An attribute of what a selector finds; of at most the first few.</summary>
    private static async Task<IReadOnlyList<string?>> Attributes(OpenReport report, string selector, string name, int most = int.MaxValue)
    {
        await Assertions.Expect(report.Page.Locator(selector).First).ToBeAttachedAsync();
        var found = await report.Page.Locator(selector).EvaluateAllAsync<string[]>(
            "(all, name) => all.map(e => e.getAttribute(name))", name);
        return found[..Math.Min(most, found.Length)];
    }

    private static string[] Sources(ReportedExperiment experiment, int epoch) =>
        [.. experiment.Pictures.Where(picture => picture.Entry.Epoch == epoch).Select(
            picture => $"data:image/png;base64,{Convert.ToBase64String(picture.Png)}")];

    /// <summary>The pixels of a canvas.</summary>
    private static Task<int[]> Pixels(OpenReport report, string selector) => report.Page.EvaluateAsync<int[]>(
        """
        selector => {
          const shown = document.querySelector(selector), copy = new OffscreenCanvas(shown.width, shown.height).getContext('2d', { willReadFrequently: true });
          copy.drawImage(shown, 0, 0);
          return [...copy.getImageData(0, 0, shown.width, shown.height).data].filter((_, i) => i % 4 < 3);
        }
        """,
        selector);

    private static int[] Tile(RgbImage grid, int row, int column) =>
    [
        .. from y in Enumerable.Range(2 + (row * 10), 8) from x in Enumerable.Range(2 + (column * 10), 8) from c in Enumerable.Range(0, 3) select (int)grid.Pixels[(3 * ((y * grid.Width) + x)) + c],
    ];

    private static async Task<List<(double X, double Y)>> Points(OpenReport report, string series)
    {
        var path = await report.Page.Locator($".chart path[data-series='{series}']").First.GetAttributeAsync("d");
        return
        [
            .. path!.Replace("h0", "", StringComparison.Ordinal).Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries)
                .Select(point => point.Split(' ').Select(
                    number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()).Select(xy => (xy[0], xy[1])),
        ];
    }

    /// <summary>Whether places are a linear function of values, to the hundredth of a pixel that they are written with.</summary>
    private static void AssertProportional(IEnumerable<double> values, IEnumerable<double> places)
    {
        var (v, p) = (values.ToArray(), places.ToArray());
        Assert.Equal(v.Length, p.Length);
        var (low, high) = (Array.IndexOf(v, v.Min()), Array.IndexOf(v, v.Max()));
        Assert.True(p[high] - p[low] > 50);
        for (var i = 0; i < v.Length; i++)
        {
            Assert.Equal(p[low] + ((v[i] - v[low]) / (v[high] - v[low]) * (p[high] - p[low])), p[i], 0.02);
        }
    }
}
