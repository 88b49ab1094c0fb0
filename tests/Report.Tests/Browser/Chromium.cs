using Microsoft.Playwright;

namespace Repro.Report.Tests.Browser;

/// <summary>The Chromium of this machine, which the tests of the page run in.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ];

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The program: what <c>REPRO_CHROMIUM</c> names, or the first of the usual places; <c>null</c> when there is none.</summary>
    public static string? Program { get; } =
        Environment.GetEnvironmentVariable("REPRO_CHROMIUM") is { Length: > 0 } named ? named : Usual.FirstOrDefault(File.Exists);

    /// <summary>Starts it, if there is one.</summary>
    public async Task InitializeAsync()
    {
        if (Program is not null)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
        }
    }

    public async Task DisposeAsync()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
    }

    /// <summary>Opens a report of these results.</summary>
    internal async Task<OpenReport> Open(
        IReadOnlyList<ReportedExperiment> results, string hash = "", int width = 1280, int height = 900,
        ColorScheme scheme = ColorScheme.Light, long mostPictureBytes = ReportFolder.MostPictureBytes)
    {
        var context = await browser!.NewContextAsync(
            new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        return await OpenReport.Open(context, results, hash, mostPictureBytes);
    }
}

/// <summary>A test that needs a Chromium, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    internal const string Missing =
        "There is no Chromium. Install it (apt-get install chromium, or Google Chrome), or name one in REPRO_CHROMIUM, and run the "
        + "tests of the report's page again.";

    public BrowserFactAttribute() => Skip = Chromium.Program is null ? Missing : null!;
}

/// <summary>The same with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Program is null ? BrowserFactAttribute.Missing : null!;
}
