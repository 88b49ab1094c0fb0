namespace Repro.Architecture.Tests;

/// <summary>The layers of a project, from the top down, as its list in <c>Layers/</c> states them.</summary>
/// <remarks>
/// A line is a layer: the folders in it, with spaces between. A folder may use the folders of the lines below its own, and no other.
/// A line that begins with # is a comment.
/// </remarks>
internal sealed class LayerList
{
    private readonly Dictionary<string, int> layers = new(StringComparer.Ordinal);

    /// <summary>Reads a list.</summary>
    /// <exception cref="FormatException">A folder stands twice.</exception>
    public LayerList(string text)
    {
        var layer = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#')
            {
                continue;
            }

            foreach (var folder in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!layers.TryAdd(folder, layer))
                {
                    throw new FormatException($"The folder {folder} stands twice in the list.");
                }
            }

            layer++;
        }
    }

    /// <summary>All folders of the list.</summary>
    public IEnumerable<string> Folders => layers.Keys;

    /// <summary>Whether a folder may use what is declared in another.</summary>
    public bool Allows(string from, string to) => layers[from] < layers[to];

    /// <summary>The uses of a project that no layer allows, each folder pair once, with an example and the number of uses.</summary>
    public IReadOnlyList<string> Violations(IEnumerable<(Arrow Arrow, IReadOnlyList<string> Declared)> arrows) =>
        [.. arrows
            .Where(use => !use.Declared.Any(folder => Allows(use.Arrow.From, folder)))
            .GroupBy(use => (use.Arrow.From, use.Arrow.To), use => use.Arrow)
            .OrderBy(pair => pair.Key.From, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.To, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key.From} uses {pair.Key.To} {pair.Count()} times, for example {pair.First().Name} at "
                + $"{pair.First().Place}")];
}
