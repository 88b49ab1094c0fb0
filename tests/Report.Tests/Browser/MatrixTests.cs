using System.Globalization;
using Microsoft.Playwright;

namespace Repro.Report.Tests.Browser;

/// <summary>Overridden runs under their experiment, and the cells of a matrix, in the list, the table and beside each other.</summary>
public class MatrixTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly IReadOnlyList<ReportedExperiment> Some =
    [
        Results.Run("first"), Results.Overridden("first", 2, 10), .. Results.Cells(
            "sweep", ["5", "14"], ["0.01", "0.1", "1"]), Results.WithoutResults("last"),
    ];

    [BrowserFact]
    public async Task AnOverriddenRunIsMarkedUnderItsExperiment()
    {
        await using var report = await chromium.Open(Some);
        Assert.Equal("8 experiments: 7 match their lock, 1 not locked. Beside them, 1 overridden run. Compared on the engine " + EngineIdentityText + ".", (await report.Texts("main .lead"))[0]);
        Assert.Equal(["first", "first.epochs-10"], (await report.Texts("tbody th a")).Take(2));
        Assert.Equal("△ overridden", (await report.Texts("tr.run .chip"))[0]);
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Experiment", Exact = true }).ClickAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(
            ["sweep", "first", "first.epochs-10"],
            [(await report.Texts("tbody.matrix .fold"))[0].Split(' ')[^1], .. (await report.Texts("tbody th a")).TakeLast(2)]);

        await report.Page.Locator("tr.run a").ClickAsync();
        await Assertions.Expect(report.Page.Locator("h1")).ToHaveTextAsync("first.epochs-10");
        Assert.Equal(["This run was given epochs 10 in place of 40."], await report.Texts(".remark"));
        Assert.Contains(
            "This run had epochs 10 in place of 40.", await report.Page.Locator("#specification .lead").InnerTextAsync(),
            StringComparison.Ordinal);
        await report.Page.Locator("main .lead a").ClickAsync();
        await Assertions.Expect(report.Page.Locator("h1")).ToHaveTextAsync("first");
        Assert.Contains("Overridden run: first.epochs-10", await report.Texts("main .lead"));
    }

    [BrowserFact]
    public async Task AComparisonHasWhatWasOverridden()
    {
        await using var report = await chromium.Open(Some, "#/compare/first,first.epochs-10");
        Assert.Contains("epochs 40 10 (overridden)", await report.Texts("#settings tbody tr"));
    }

    [BrowserFact]
    public async Task TheCellsOfAMatrixFoldInTheListAndInTheTable()
    {
        await using var report = await chromium.Open(Some);
        var button = report.Page.GetByRole(AriaRole.Button, new() { Name = "sweep", Exact = true });
        Assert.Equal("true", await button.GetAttributeAsync("aria-expanded"));
        Assert.Equal(7, await report.Page.Locator("tbody.matrix tr").CountAsync());
        await button.FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("false", await button.GetAttributeAsync("aria-expanded"));
        Assert.Equal(1, await report.Page.Locator("tbody.matrix tr").CountAsync());
        Assert.Contains("sweep", await report.Focused(), StringComparison.Ordinal);
        Assert.Contains(
            "6 cells of take × optimizer.adam.learning_rate", (await report.Texts("tbody.matrix tr"))[0], StringComparison.Ordinal);
        await report.Page.Locator("#names summary").FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(report.Page.GetByLabel("Pick sweep-5-0_1 to compare")).ToBeHiddenAsync();
        // What is looked for is shown, folded or not.
        await report.Page.GetByLabel("Filter").FillAsync("sweep-5");
        Assert.Equal(4, await report.Page.Locator("tbody.matrix tr").CountAsync());
        await Assertions.Expect(report.Page.GetByLabel("Pick sweep-5-0_1 to compare")).ToBeVisibleAsync();
        await report.Page.GetByLabel("Filter").FillAsync("first");
        await Assertions.Expect(report.Page.Locator("#names .group")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task ALargeMatrixIsFoldedUntilItIsOpened()
    {
        await using var report = await chromium.Open(
            Results.Cells("large", [.. Enumerable.Range(1, 13).Select(i => i.ToString(CultureInfo.InvariantCulture))], ["1"]));
        Assert.Equal(1, await report.Page.Locator("tbody tr").CountAsync());
        await Assertions.Expect(report.Page.GetByLabel("Pick large-1-1 to compare")).ToBeHiddenAsync();
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "large", Exact = true }).ClickAsync();
        Assert.Equal(14, await report.Page.Locator("tbody tr").CountAsync());
    }

    [BrowserFact]
    public async Task TheCellsAreBesideEachOtherByTheirAxes()
    {
        await using var report = await chromium.Open(Some, "#/matrix/sweep");
        Assert.Equal("sweep – Repro report", await report.Page.TitleAsync());
        Assert.StartsWith(
            "6 cells of a matrix: take (5, 14), optimizer.adam.learning_rate (0.01, 0.1, 1).", (await report.Texts("main .lead"))[0],
            StringComparison.Ordinal);
        Assert.Equal(["5 26.01 27.01 28.01", "14 36.01 37.01 38.01"], await report.Texts("#axes tbody tr"));
        await report.Page.GetByLabel("Number").SelectOptionAsync("Final penalty");
        Assert.Equal(["5 1.013 2.013 3.013", "14 11.01 12.01 13.01"], await report.Texts("#axes tbody tr"));
        // Over cells that differ in another axis, the mean and the extremes.
        await report.Page.GetByLabel("Columns").SelectOptionAsync("none");
        Assert.Equal(["5 2.013 1.013 to 3.013, 3 cells", "14 12.01 11.01 to 13.01, 3 cells"], await report.Texts("#axes tbody tr"));
        await report.Page.GetByLabel("Rows").SelectOptionAsync("optimizer.adam.learning_rate");
        Assert.Equal(["0.01", "0.1", "1"], await report.Texts("#axes tbody th"));
        Assert.Equal("sweep-14-1 14 1 ✓ matches its lock 38.01 25 13.01 27.50", (await report.Texts("#cells tbody tr"))[^1]);
    }

    [BrowserFact]
    public async Task TheCurvesOfTheCellsAreColouredByCellOrByAxis()
    {
        await using var report = await chromium.Open(Some, "#/matrix/sweep");
        await Assertions.Expect(report.Page.Locator(".chart path[data-series]")).ToHaveCountAsync(6);
        Assert.Equal("take 5, learning_rate 0.01 26.0125008", (await report.Texts(".legend li"))[0]);
        await report.Page.GetByLabel("Colour").SelectOptionAsync("take");
        await Assertions.Expect(report.Page.Locator(".legend li")).ToHaveTextAsync(["take 526.01 to 28.01", "take 1436.01 to 38.01"]);
        await Assertions.Expect(report.Page.Locator(".chart path.line.s0")).ToHaveCountAsync(3);
        await report.Page.Locator(".legend").GetByLabel("take 5").UncheckAsync();
        await Assertions.Expect(report.Page.Locator(".chart path[data-series]")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task ThePicturesOfTheCellsAreOnAShelfForEachRow()
    {
        await using var report = await chromium.Open(Some, "#/matrix/sweep");
        Assert.Equal(["take 5", "take 14"], await report.Texts("#pictures h3"));
        await report.Page.Locator("#pictures").ScrollIntoViewIfNeededAsync();
        await report.Page.Locator("#cells").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(report.Page.Locator("#pictures img")).ToHaveCountAsync(6);
        Assert.Equal("sweep-5-0_01: samples after epoch 40", await report.Page.Locator("#pictures img").First.GetAttributeAsync("alt"));
        Assert.Equal(["learning_rate 0.01", "learning_rate 0.1", "learning_rate 1"], (await report.Texts("#pictures figcaption")).Take(3));
        await report.Page.GetByLabel("Kind").SelectOptionAsync("interpolation");
        await Assertions.Expect(report.Page.GetByAltText("sweep-14-1: interpolation after epoch 40")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task APrintHasThePicturesThatWereNotInView()
    {
        await using var report = await chromium.Open(Some, "#/matrix/sweep", height: 300);
        await Assertions.Expect(report.Page.Locator("#pictures figure")).ToHaveCountAsync(6);
        Assert.True(await report.Page.Locator("#pictures img").CountAsync() < 6);
        await report.Page.PdfAsync(new() { Format = "A4" });
        Assert.Equal(6, await report.Page.Locator("#pictures img").CountAsync());
    }

    private static string EngineIdentityText => Runtime.Snapshots.EngineIdentity.Current;
}
