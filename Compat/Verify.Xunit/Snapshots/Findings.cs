namespace VerifyTests;

/// <summary>All that a verification found; <paramref name="Stale"/> are verified files that no target produced.</summary>
internal sealed record Findings(string Directory, IReadOnlyList<Comparison> Comparisons, IReadOnlyList<string> Stale)
{
    public bool Passed => Stale.Count == 0 && Comparisons.All(comparison => comparison.Outcome == Outcome.Equal);

    public IReadOnlyList<Comparison> Of(Outcome outcome) =>
        [.. Comparisons.Where(comparison => comparison.Outcome == outcome)];

    /// <summary>Makes what was received the verified snapshot.</summary>
    public void Accept()
    {
        foreach (var file in Stale)
        {
            File.Delete(file);
        }

        foreach (var (file, _, _, _, _) in Comparisons.Where(comparison => comparison.Outcome != Outcome.Equal))
        {
            File.Move(file.ReceivedPath, file.VerifiedPath, overwrite: true);
        }
    }
}
