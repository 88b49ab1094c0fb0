using System.Text;

namespace VerifyTests;

/// <summary>One verification: names the files, scrubs and compares each target, then passes, accepts or fails.</summary>
internal sealed class SnapshotVerification(TestCase test, VerifySettings settings, GlobalSettings global)
{
    public async Task<VerifyResult> Run(IEnumerable<Target> given, object? root = null)
    {
        global.MarkRun();
        List<Target> targets = [.. given, .. settings.Appended.Select(append => append())];
        if (targets.Count == 0)
        {
            throw new InvalidOperationException("There is nothing to verify: give a target, or append a file.");
        }

        var names = test.FileNames(settings, global);
        Directory.CreateDirectory(names.Directory);
        if (!settings.RepeatedPrefixAllowed)
        {
            global.ClaimPrefix(names.Prefix);
        }

        foreach (var file in names.Existing("received"))
        {
            File.Delete(file);
        }

        var verified = names.Existing("verified");
        var comparisons = await Compare(targets, names).ConfigureAwait(false);
        var expected = comparisons.Select(comparison => comparison.File.VerifiedPath).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var findings = new Findings(names.Directory, comparisons, [.. verified.Where(file => !expected.Contains(file))]);
        Settle(findings);
        return new VerifyResult([.. comparisons.Select(comparison => comparison.File)], root);
    }

    private async Task<List<Comparison>> Compare(List<Target> targets, FileNames names)
    {
        var files = new FileComparison(settings, global);
        var comparisons = new List<Comparison>();
        foreach (var group in targets.GroupBy(target => (target.Name, target.Extension)))
        {
            var members = group.ToList();
            for (var i = 0; i < members.Count; i++)
            {
                var file = names.Of(members[i], members.Count == 1 ? null : i);
                var aTextDiffered = comparisons.Any(earlier => earlier.File.IsText && earlier.Outcome != Outcome.Equal);
                comparisons.Add(members[i].Text is { } text
                    ? await files.Text(file, Scrub(text, file.Extension)).ConfigureAwait(false)
                    : await files.Binary(file, members[i].ReadBytes(), aTextDiffered).ConfigureAwait(false));
            }
        }

        return comparisons;
    }

    private string Scrub(string text, string extension)
    {
        var trimmed = text.TrimStart('\uFEFF');
        var builder = new StringBuilder(trimmed.Length == 0 ? "emptyString" : trimmed);
        settings.Scrubbers.ApplyGeneral(builder);
        settings.Scrubbers.ApplyMapped(extension, builder);
        global.Scrubbers.ApplyMapped(extension, builder);
        global.Scrubbers.ApplyGeneral(builder);
        return Lines.WithLineFeeds(test.MachineFolders().Replace(builder.ToString()));
    }

    private void Settle(Findings findings)
    {
        if (findings.Passed)
        {
            return;
        }

        var accept = global.AutoAccept ?? settings.AutoAccept;
        if (accept is not null)
        {
            findings.Accept();
        }

        if (accept is null or { ThrowException: true })
        {
            throw new VerifyException(FailureMessage.Of(findings, global.OmitContent));
        }
    }
}
