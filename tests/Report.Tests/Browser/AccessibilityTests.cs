using Microsoft.Playwright;

namespace Repro.Report.Tests.Browser;

/// <summary>Keyboard, names, contrast, narrow screens, dark and print.</summary>
public class AccessibilityTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly IReadOnlyList<ReportedExperiment> Three =
    [
        Results.Run("first"),
        Results.Run("second", number: 2) with { Lock = LockState.Different, Note = "second differs from its snapshot." },
        Results.WithoutResults("third"),
    ];

    private static readonly IReadOnlyList<ReportedExperiment> All =
    [
        .. Three, Results.Overridden("first", 3, 10), .. Results.Cells("sweep", ["5", "14"], ["0.01", "0.1"]),
    ];

    public static TheoryData<string> Views => ["", "#/experiment/first", "#/experiment/second", "#/experiment/third", "#/compare/first,second", "#/experiment/first.epochs-10", "#/experiment/sweep-5-0_1", "#/matrix/sweep"];

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task EveryControlHasANameAndEveryPictureAText(string view)
    {
        await using var report = await chromium.Open(All, view);
        Assert.Equal("en", await report.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await report.Page.Locator("h1").CountAsync());
        Assert.Empty(await report.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, input, select, a, img, canvas, [role=img], [role=region]')].filter(e => {
              const name = e.getAttribute('aria-label') ?? e.getAttribute('alt') ?? e.labels?.[0]?.textContent ?? e.textContent;
              return !name.trim() && e.checkVisibility();
            }).map(e => e.outerHTML.slice(0, 200))
            """));
        Assert.Empty(await report.Page.EvaluateAsync<string[]>("""
            () => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); }
            """));
        var levels = await report.Page.EvaluateAsync<int[]>(
            "() => [...document.querySelectorAll('main :is(h1, h2, h3)')].map(e => Number(e.tagName[1]))");
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.Empty(await report.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('table')].filter(t => "
            + "!t.querySelector('th[scope]')).map(t => t.outerHTML.slice(0, 100))"));
    }

    [BrowserFact]
    public async Task TabGoesFromTheSkipButtonThroughTheListToTheContent()
    {
        await using var report = await chromium.Open(Three);
        var order = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            await report.Page.Keyboard.PressAsync("Tab");
            order.Add(await report.Focused());
        }

        Assert.Equal(
            [
                "Skip to the content", "Repro report", "Filter", "Pick first to compare", "first", "Pick second to compare", "second",
                "Pick third to compare", "third", "Pick all shown",
            ],
            order);
        await report.Page.Keyboard.PressAsync("Tab");
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Experiment", await report.Focused());
        await report.Page.ReloadAsync();
        await report.Page.Keyboard.PressAsync("Tab");
        await report.Page.Keyboard.PressAsync("Enter");
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Experiment", await report.Focused());
    }

    [BrowserFact]
    public async Task ALinkOfTheListLeadsToTheContent()
    {
        await using var report = await chromium.Open(Three);
        await report.Page.Locator("#names").GetByRole(AriaRole.Link, new() { Name = "second" }).FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(report.Page.Locator("h1")).ToHaveTextAsync("second");
        Assert.Equal("second – Repro report", await report.Page.TitleAsync());
        Assert.Equal("MAIN", await report.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
        Assert.Equal(
            "page",
            await report.Page.Locator("#names").GetByRole(AriaRole.Link, new() { Name = "second" }).GetAttributeAsync("aria-current"));
    }

    // WCAG 2.2, 1.4.3: 4.5 to 1 for text; 1.4.11: 3 to 1 for the lines of a chart.
    [BrowserTheory]
    [InlineData("", ColorScheme.Light)]
    [InlineData("", ColorScheme.Dark)]
    [InlineData("#/experiment/second", ColorScheme.Light)]
    [InlineData("#/experiment/second", ColorScheme.Dark)]
    [InlineData("#/compare/first,second", ColorScheme.Light)]
    [InlineData("#/compare/first,second", ColorScheme.Dark)]
    [InlineData("#/matrix/sweep", ColorScheme.Light)]
    [InlineData("#/matrix/sweep", ColorScheme.Dark)]
    public async Task TextAndLinesStandOutFromTheirGround(string view, ColorScheme scheme)
    {
        await using var report = await chromium.Open(All, view, scheme: scheme);
        Assert.Empty(await report.Page.EvaluateAsync<string[]>("""
            () => {
              const numbers = color => (color.match(/[\d.]+/g) ?? []).map(Number);
              const luminance = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const ground = e => { for (; e; e = e.parentElement) { const color = numbers(getComputedStyle(e).backgroundColor); if (color.length === 3 || color[3] === 1) return color; } return [255, 255, 255]; };
              const ratio = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
              const wrong = [];
              for (const e of document.querySelectorAll('body *')) {
                if (!e.checkVisibility() || e.closest('noscript, option, :disabled')) continue;
                const style = getComputedStyle(e), inSvg = e instanceof SVGElement;
                const hasText = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
                const found = hasText ? ratio(numbers(inSvg ? style.fill : style.color), ground(e)) : 21;
                if (found < 4.5) wrong.push(`${found.toFixed(2)} ${e.tagName} ${e.className?.baseVal ?? e.className} ${e.textContent.slice(0, 40)}`);
                const line = e.matches('path.line, .legend path, .spark path') ? ratio(numbers(style.stroke), ground(e)) : 21;
                if (line < 3) wrong.push(`${line.toFixed(2)} line ${e.className.baseVal}`);
              }
              return wrong;
            }
            """));
    }

    [BrowserFact]
    public async Task TheGroundIsAsTheViewerPrefers()
    {
        const string ground = "() => getComputedStyle(document.documentElement).backgroundColor";
        await using var light = await chromium.Open(Three);
        await using var dark = await chromium.Open(Three, scheme: ColorScheme.Dark);
        Assert.Equal(
            ("rgb(255, 255, 255)", "rgb(19, 22, 27)"),
            (await light.Page.EvaluateAsync<string>(ground), await dark.Page.EvaluateAsync<string>(ground)));
    }

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task ANarrowScreenNeedsNoScrollingSideways(string view)
    {
        await using var report = await chromium.Open(All, view, width: 360, height: 740);
        Assert.Equal(360, await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await Assertions.Expect(report.Page.Locator("#filter")).ToBeVisibleAsync(new() { Visible = view.Length == 0 });
    }

    [BrowserFact]
    public async Task APrintHasTheContentWithoutTheControls()
    {
        await using var report = await chromium.Open(Three, "#/experiment/first", scheme: ColorScheme.Dark);
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(report.Page.Locator(".side")).ToBeHiddenAsync();
        await Assertions.Expect(report.Page.Locator("fieldset").First).ToBeHiddenAsync();
        await Assertions.Expect(report.Page.Locator(".chart > svg").First).ToBeVisibleAsync();
        Assert.Equal("rgb(0, 0, 0)", await report.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).color"));
        var pdf = await report.Page.PdfAsync(new() { Format = "A4" });
        Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]);
    }
}
