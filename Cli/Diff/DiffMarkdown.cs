using System.Globalization;
using System.Text;
using Repro.Runtime.Comparison;
using Repro.Runtime.Snapshots;

namespace Repro.Cli.Diff;

/// <summary>
/// The comparison for a comment on a pull request: the verdict, a table of the differences, and folded details. It is never longer than
/// GitHub allows; the omitted parts are named.
/// </summary>
internal sealed class DiffMarkdown
{
    /// <summary>GitHub allows 65,536 characters. The difference is room for the program that posts the text.</summary>
    public const int MostCharacters = 64_000;

    // The table alone may not take the place of all details.
    private const int MostTableCharacters = 30_000;

    // Room for the sentence about what was left out.
    private const int Reserve = 1_000;

    private readonly DiffReport report;
    private readonly PictureFiles? pictures;
    private readonly string? folder;
    private readonly string? repository;
    private readonly StringBuilder text = new();

    private DiffMarkdown(DiffReport report, PictureFiles? pictures, string? folder, string? repository) =>
        (this.report, this.pictures, this.folder, this.repository) = (report, pictures, folder, repository);

    /// <summary>The text.</summary>
    /// <param name="report">The comparison.</param>
    /// <param name="pictures">The written pictures and curves, to link.</param>
    /// <param name="folder">The folder of the text's file, from which links to <paramref name="pictures"/> start.</param>
    /// <param name="repository">
    /// The address of the repository on its host, for links to committed pictures; then the text is posted, and files are not linked.
    /// </param>
    public static string Write(DiffReport report, PictureFiles? pictures, string? folder, string? repository) =>
        new DiffMarkdown(report, pictures, folder, repository).Write();

    private string Write()
    {
        text.Append(CultureInfo.InvariantCulture, $"**{MarkdownText.Of(DiffWords.Headline(report))}**\n\nbefore: "
            + $"{MarkdownText.Of(report.Before)}; after: {MarkdownText.Of(report.After)}\n");
        List<DiffEntry> notable = [.. report.Entries.Where(entry => entry.Verdict != Verdict.SameBits || entry.HasDetails)];
        List<string> left = [];
        if (notable.Count > 0)
        {
            Table(notable, left);
        }

        foreach (var change in report.Specification)
        {
            Add(Details(
                string.Create(CultureInfo.InvariantCulture, $"{change.File}: {change.Lines.Count} changed lines"),
                MarkdownText.CodeBlock("diff", ChangedLines.Text(change.Lines))), change.File, left);
        }

        foreach (var entry in notable.Where(entry => entry.HasDetails))
        {
            Add(Details($"{entry.Name}: {entry.Summary}", Body(entry)), $"the details of {entry.Name}", left);
        }

        if (left.Count > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nLeft out, because a comment holds no more: {MarkdownText.Of(Some(left))}. All of it: `repro diff --format text`.\n");
        }

        return text.ToString();
    }

    private void Add(string part, string name, List<string> left)
    {
        if (text.Length + part.Length > MostCharacters - Reserve)
        {
            left.Add(name);
        }
        else
        {
            text.Append(part);
        }
    }

    private void Table(List<DiffEntry> entries, List<string> left)
    {
        text.Append("\n| experiment | verdict | first difference | largest loss difference | last loss difference | pictures | weights "
            + "|\n| --- | --- | --- | ---: | ---: | --- | --- |\n");
        var rows = 0;
        foreach (var entry in entries)
        {
            var difference = entry.Difference;
            string[] cells =
            [
                entry.Name,
                entry.Summary,
                DiffWords.First(entry),
                difference?.Largest is { } largest ? DiffWords.Size(largest.Loss) : "",
                difference?.Epochs is [.., var last] ? DiffWords.Size(last.Loss) : "",
                difference is null ? "" : DiffWords.Pictures(difference),
                difference is null ? "" : DiffWords.Weights(difference),
            ];
            var row = $"| {string.Join(" | ", cells.Select(MarkdownText.Of))} |\n";
            if (text.Length + row.Length > MostTableCharacters)
            {
                left.Add(string.Create(CultureInfo.InvariantCulture, $"{entries.Count - rows} rows of the table"));
                return;
            }

            text.Append(row);
            rows++;
        }
    }

    private string Body(DiffEntry entry)
    {
        var difference = entry.Difference!;
        var body = new StringBuilder();
        foreach (var input in difference.Inputs)
        {
            body.Append(CultureInfo.InvariantCulture, $"- {input.Name} is {Value(input.After)}, was {Value(input.Before)}\n");
        }

        if (entry.First is { } first)
        {
            body.Append(CultureInfo.InvariantCulture, $"- first at {MarkdownText.Of(first)}\n");
        }

        body.Append(CultureInfo.InvariantCulture, $"- final weights: {DiffWords.Weights(difference)}\n");
        foreach (var weight in DiffText.Worst(difference))
        {
            body.Append(CultureInfo.InvariantCulture, $"  - {MarkdownText.Of(DiffText.Describe(weight))}\n");
        }

        if (difference.Epochs.Count > 0)
        {
            body.Append(CultureInfo.InvariantCulture, $"- {DiffWords.Operation}\n");
        }

        Losses(body, difference);
        Pictures(body, difference);
        return body.ToString();
    }

    private void Losses(StringBuilder body, RunDifference difference)
    {
        if (difference.Epochs.Count == 0)
        {
            return;
        }

        body.Append("\n| loss | epoch | before | after | absolute | relative | ulp |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var (name, epoch) in DiffWords.Landmarks(difference))
        {
            var loss = epoch.Loss;
            body.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {epoch.Epoch} | {FloatText.Decimal(loss.Before)} | {FloatText.Decimal(loss.After)} | "
                + $"{DiffWords.Absolute(loss)} | {DiffWords.Relative(loss)} | "
                + $"{(loss.Ulps is { } ulps ? DiffWords.Count(ulps) : "—")} |\n");
        }

        var (before, after) = Curves.Draw(difference);
        body.Append('\n').Append(MarkdownText.CodeBlock("", $"loss before  {before}\nloss after   {after}"));
        // A text that is posted has no files beside it.
        foreach (var curve in repository is null && pictures is not null ? pictures.Curves(difference) : [])
        {
            body.Append(CultureInfo.InvariantCulture, $"\n![{MarkdownText.Of(curve.Name)} before and after]({Link(curve.Path)})\n");
        }
    }

    private void Pictures(StringBuilder body, RunDifference difference)
    {
        if (difference.Pictures.Count == 0)
        {
            return;
        }

        body.Append("\n| picture | before | after | difference |\n| --- | --- | --- | --- |\n");
        foreach (var picture in difference.Pictures)
        {
            string[] cells =
            [
                string.Create(CultureInfo.InvariantCulture, $"epoch {picture.Epoch}, {picture.Kind}"),
                Image(difference, picture, "before"),
                Image(difference, picture, "after"),
                $"{DiffWords.Pixels(picture)} {Image(difference, picture, "difference")}".TrimEnd(),
            ];
            body.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");
        }
    }

    private string Image(RunDifference difference, PictureDifference picture, string what)
    {
        var address = repository is null ? Linked(difference, picture, what) : Hosted(difference, picture, what);
        return address is null ? "" : $"![{what}]({address})";
    }

    private string? Linked(RunDifference difference, PictureDifference picture, string what) =>
        pictures?.Find(difference, picture, what) is { } file ? Link(file) : null;

    private string Link(string file) =>
        MarkdownText.Address(Path.GetRelativePath(folder ?? ".", file).Replace('\\', '/'));

    private string? Hosted(RunDifference difference, PictureDifference picture, string what)
    {
        var path = (what, picture) switch
        {
            ("before", { Before: { } before }) => report.HostedBefore(difference.Before.Snapshot.Header.Experiment, before),
            ("after", { After: { } after }) => report.HostedAfter(difference.After.Snapshot.Header.Experiment, after),
            _ => null,
        };
        return path is null ? null : $"{repository!.TrimEnd('/')}/{MarkdownText.Address(path)}";
    }

    private static string Value(string value) => MarkdownText.Code(DiffWords.Short(value));

    private static string Details(string title, string body) =>
        $"\n<details><summary>{MarkdownText.InHtml(title)}</summary>\n\n{body}\n</details>\n";

    private static string Some(List<string> names)
    {
        const int Most = 8;
        var some = string.Join(", ", names.Take(Most));
        return names.Count <= Most ? some : string.Create(CultureInfo.InvariantCulture, $"{some} and {names.Count - Most} more");
    }
}
