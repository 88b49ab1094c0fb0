using Repro.Runtime.Captures;

namespace Repro.Report;

/// <summary>Which pictures a report holds: all, or as many as keep its file small.</summary>
internal static class PictureChoice
{
    private static readonly string[] Kinds = [CaptureKind.Samples, CaptureKind.Reconstructions, CaptureKind.Interpolation];

    /// <summary>
    /// The PNG files by the hash of their pixels, equal ones once, of at most <paramref name="most"/> bytes together. First come the
    /// samples of every experiment after its last captured epoch, then its other kinds and its map, then the epochs before. One that does
    /// not fit is left out, and smaller ones after it may still fit.
    /// </summary>
    public static IReadOnlyDictionary<string, byte[]> Choose(IReadOnlyList<ReportedExperiment> experiments, long most)
    {
        var chosen = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var bytes = 0L;
        foreach (var (_, hash, png) in experiments.SelectMany(Ranked).OrderBy(item => item.Rank))
        {
            if (!chosen.ContainsKey(hash) && bytes + png.Length <= most)
            {
                chosen.Add(hash, png);
                bytes += png.Length;
            }
        }

        return chosen;
    }

    private static IEnumerable<((int Age, int Kind) Rank, string Hash, byte[] Png)> Ranked(ReportedExperiment experiment)
    {
        foreach (var picture in experiment.Pictures)
        {
            var later = experiment.Pictures.Select(other => other.Entry.Epoch).Where(
                epoch => epoch > picture.Entry.Epoch).Distinct().Count();
            var kind = Array.IndexOf(Kinds, picture.Entry.Kind);
            yield return ((later, kind < 0 ? Kinds.Length : kind), picture.Entry.Hash, picture.Png);
        }

        if (experiment.Map is { } map)
        {
            yield return ((0, Kinds.Length + 1), map.Hash, map.Png);
        }
    }
}
