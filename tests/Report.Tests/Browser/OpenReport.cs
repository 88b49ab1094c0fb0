using Microsoft.Playwright;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Report.Tests.Browser;

/// <summary>A report in a browser. On its disposal, the page must have said nothing on the console and asked for nothing.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private OpenReport(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    public ILocator Main => Page.Locator("main");

    /// <summary>The slider under the cursor of the first chart.</summary>
    public ILocator Cursor => Page.Locator(".chart input[type=range]").First;

    public static async Task<OpenReport> Open(
        IBrowserContext context, IReadOnlyList<ReportedExperiment> results, string hash, long mostPictureBytes)
    {
        var report = new OpenReport(context, await context.NewPageAsync());
        var written = new ReportFolder(report.root.Path).Write(results, _ => { }, mostPictureBytes);
        var address = new Uri(written.Page).AbsoluteUri;
        report.Page.SetDefaultTimeout(30_000);
        report.Page.Console += (_, message) => report.complaints.Add($"console: {message.Text}");
        report.Page.PageError += (_, error) => report.complaints.Add($"error: {error}");
        report.Page.Request += (_, request) =>
        {
            if (request.Url.Split('#')[0] != address && !request.Url.StartsWith(
                "data:image/png;base64,", StringComparison.Ordinal) && request.Url != "data:,")
            {
                report.complaints.Add($"request: {request.Url}");
            }
        };
        await report.Page.GotoAsync(address + hash);
        return report;
    }

    /// <summary>The text of what a selector finds, each in one line.</summary>
    public async Task<IReadOnlyList<string>> Texts(string selector) =>
        [.. (await Page.Locator(selector).AllInnerTextsAsync()).Select(
            text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    public async Task<IReadOnlyList<string>> Row(string selector, string name) =>
        (await Page.Locator($"{selector} tbody tr").Filter(new() { Has = Page.GetByRole(
            AriaRole.Rowheader, new() { Name = name, Exact = true }) }).Locator("th, td").AllInnerTextsAsync());

    /// <summary>What has the focus: its label, or its text.</summary>
    public Task<string> Focused() => Page.EvaluateAsync<string>(
        "() => { const e = document.activeElement; return e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText.trim() ?? "
        + "(e.innerText || e.tagName).trim(); }");

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        root.Dispose();
        Assert.Empty(complaints);
    }
}
