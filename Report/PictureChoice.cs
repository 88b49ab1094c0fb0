using Repro.Runtime.Captures;

namespace Repro.Report;

/// <summary>Which pictures a report holds: all, or as many as keep its file small.</summary>
internal static class PictureChoice
{
    private static readonly string[] Kinds = [CaptureKind.Samples, CaptureKind.Reconstructions, CaptureKind.Interpolation];

    /// <summary>
    /// The PNG files by the hash of their pixels, equal ones once, of at most <paramref name="most"/> bytes together. First come the samples of every
    /// experiment after its last captured epoch, then its other kinds, then the epochs before. One that does not fit is left out, and smaller ones after it may
    /// still fit.
    /// </summary>
    public static IReadOnlyDictionary<string, byte[]> Choose(IReadOnlyList<ReportedExperiment> experiments, long most)
    {
        var chosen = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var bytes = 0L;
        var ranked = experiments.SelectMany(experiment => experiment.Pictures.Select(picture => (Rank: Rank(experiment, picture), picture)));
        foreach (var (_, picture) in ranked.OrderBy(item => item.Rank.Age).ThenBy(item => item.Rank.Kind))
        {
            if (!chosen.ContainsKey(picture.Entry.Hash) && bytes + picture.Png.Length <= most)
            {
                chosen.Add(picture.Entry.Hash, picture.Png);
                bytes += picture.Png.Length;
            }
        }

        return chosen;
    }

    private static (int Age, int Kind) Rank(ReportedExperiment experiment, ReportedPicture picture)
    {
        var later = experiment.Pictures.Select(other => other.Entry.Epoch).Where(epoch => epoch > picture.Entry.Epoch).Distinct().Count();
        var kind = Array.IndexOf(Kinds, picture.Entry.Kind);
        return (later, kind < 0 ? Kinds.Length : kind);
    }
}
