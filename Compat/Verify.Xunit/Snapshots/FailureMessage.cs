using System.Text;

namespace VerifyTests;

/// <summary>The message of a failed verification, in the format that Verify's own tools read.</summary>
internal sealed class FailureMessage
{
    private readonly StringBuilder text = new();
    private readonly Findings findings;

    private FailureMessage(Findings findings) => this.findings = findings;

    public static string Of(Findings findings, bool omitContent)
    {
        var message = new FailureMessage(findings);
        message.Files();
        if (!omitContent)
        {
            message.Contents();
        }

        return message.text.ToString();
    }

    private void Files()
    {
        Line($"Directory: {findings.Directory}");
        Pairs("New:", findings.Of(Outcome.New));
        Pairs("NotEqual:", findings.Of(Outcome.NotEqual));
        if (findings.Stale.Count > 0)
        {
            Line("Delete:");
            foreach (var file in findings.Stale)
            {
                Line($"  - {Path.GetFileName(file)}");
            }
        }

        Pairs("Equal:", findings.Of(Outcome.Equal));
    }

    private void Pairs(string title, IReadOnlyList<Comparison> comparisons)
    {
        if (comparisons.Count > 0)
        {
            Line(title);
        }

        foreach (var comparison in comparisons)
        {
            Line($"  - Received: {Relative(comparison.File.ReceivedPath)}");
            Line($"    Verified: {Relative(comparison.File.VerifiedPath)}");
        }
    }

    private void Contents()
    {
        List<Comparison> created = [.. findings.Of(Outcome.New).Where(comparison => comparison.File.IsText)];
        List<Comparison> differing =
            [.. findings.Of(Outcome.NotEqual).Where(comparison => comparison.File.IsText || comparison.Message is not null)];
        if (created.Count + differing.Count > 0)
        {
            Line("\nFileContent:\n");
        }

        Section("New:\n", created, New);
        Section("NotEqual:\n", differing, NotEqual);
    }

    private void Section(string title, List<Comparison> comparisons, Action<Comparison> content)
    {
        if (comparisons.Count > 0)
        {
            Line(title);
        }

        comparisons.ForEach(content);
    }

    private void New(Comparison comparison) =>
        Line($"Received: {Relative(comparison.File.ReceivedPath)}\n{comparison.ReceivedText}\n");

    private void NotEqual(Comparison comparison)
    {
        var received = $"Received: {Relative(comparison.File.ReceivedPath)}";
        var verified = $"Verified: {Relative(comparison.File.VerifiedPath)}";
        Line(comparison.Message is null
            ? $"{received}\n{comparison.ReceivedText}\n{verified}\n{comparison.VerifiedText}\n"
            : $"{received}\n{verified}\nCompare Result:\n{comparison.Message}\n");
    }

    private string Relative(string path) => Path.GetRelativePath(findings.Directory, path);

    private void Line(string line) => text.Append(line).Append('\n');
}
