namespace Repro.Experiments.Paper;

/// <summary>A section of the page.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Markdown below it.</param>
/// <param name="Claims">What it tests, for the table at the head of the page.</param>
internal sealed record Section(string Title, string Text, IReadOnlyList<Claim> Claims);
