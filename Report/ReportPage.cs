using System.Security.Cryptography;
using System.Text;

namespace Repro.Report;

/// <summary>
/// Writes the page: HTML, style, script, and the data in elements that the script reads when they are needed. A policy in the page allows
/// that style and that script alone, by their hashes, and no network.
/// </summary>
internal static class ReportPage
{
    /// <summary>The parts of the script, in the order in which they run; they share one scope.</summary>
    private static readonly string[] Parts =
    [
        "elements", "results", "seen", "axis", "chart", "tables", "pictures", "walk", "map", "network", "specification", "metrics",
        "overview", "experiment", "comparison", "matrix", "page",
    ];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the page in UTF-8.</summary>
    public static void Write(
        Stream stream, IReadOnlyList<ReportedExperiment> experiments, IReadOnlyDictionary<string, byte[]> pictures, string engine,
        Action<int> written)
    {
        var (style, script) = (Resource("report.css"), Script());
        var page = Resource("report.html").Split("<!--data-->");
        using var writer = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        writer.Write(page[0]
            .Replace("{style-hash}", Hash(style), StringComparison.Ordinal)
            .Replace("{script-hash}", Hash(script), StringComparison.Ordinal)
            .Replace("/*style*/", style, StringComparison.Ordinal));
        Data(writer, "application/json", "index", ReportJson.Index(experiments, engine));
        for (var i = 0; i < experiments.Count; i++)
        {
            Data(writer, "application/json", $"experiment-{i}", ReportJson.Details(experiments[i], experiments.Count));
            written(i + 1);
        }

        foreach (var (hash, png) in pictures)
        {
            Data(writer, "text/plain", $"picture-{hash}", Convert.ToBase64String(png));
        }

        writer.Write(page[1].Replace("/*script*/", script, StringComparison.Ordinal));
    }

    internal static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream(name)!, Utf8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    // No such text can hold a "<": JSON is escaped, and Base64 has none.
    private static void Data(StreamWriter writer, string type, string id, string text) =>
        writer.WriteLine($"<script type=\"{type}\" id=\"{id}\">{text}</script>");

    private static string Script() =>
        $"'use strict';\n(() => {{\n{string.Join('\n', Parts.Select(part => Resource(part + ".js")))}}})();\n";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Utf8.GetBytes(text)))}";
}
