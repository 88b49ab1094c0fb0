using System.Globalization;
using Repro.Runtime;
using Repro.Runtime.Files;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Repro.Cli.Tracing;

/// <summary>Finds the value of a path of keys in <c>experiments.yaml</c> and the files that it may include.</summary>
internal static class ExperimentsFile
{
    private const int LongestLine = 100;

    /// <summary>
    /// File, line and text for keys such as <c>architectures.vae.encoder.1.conv</c>: <c>experiments.yaml:18: conv: { … }</c>. If no
    /// readable file has the keys, the result is the keys.
    /// </summary>
    public static string Describe(string? root, string path) => (root is null ? null : Find(root, path)) ?? path;

    private static string? Find(string root, string path)
    {
        string[] files = ["experiments.yaml", .. Included(root)];
        return files.Select(file => Find(root, file, path)).FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<string> Included(string root)
    {
        var folder = Path.Combine(root, "experiments");
        try
        {
            return Folders.Files(folder, "*.yaml").Select(file => $"experiments/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);
        }
        catch (ReproException)
        {
            return [];
        }
    }

    private static string? Find(string root, string file, string path)
    {
        try
        {
            var text = RegularFile.ReadAllText(Path.Combine(root, file));
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents is [var document] && Mark(document.RootNode, path) is { } mark
                ? string.Create(CultureInfo.InvariantCulture, $"{file}:{mark.Line}: {Line(text, (int)mark.Line)}")
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or YamlException)
        {
            return null;
        }
    }

    /// <summary>The place of the value of the keys. The last key may be the value itself, or the value of a parameter.</summary>
    private static Mark? Mark(YamlNode node, string path)
    {
        Mark? mark = null;
        while (path.Length > 0)
        {
            if (Next(node, path) is not (var key, var at, var value))
            {
                return mark is not null && !path.Contains('.', StringComparison.Ordinal) && node is YamlScalarNode ? mark : null;
            }

            (mark, node) = (at, value);
            path = path.Length > key.Length ? path[(key.Length + 1)..] : "";
        }

        return mark;
    }

    private static (string Key, Mark At, YamlNode Value)? Next(YamlNode node, string path)
    {
        if (node is YamlSequenceNode list)
        {
            var key = path.Split('.')[0];
            return int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= 1
                && number <= list.Children.Count
                ? (key, list.Children[number - 1].Start, list.Children[number - 1])
                : null;
        }

        if (node is not YamlMappingNode mapping)
        {
            return null;
        }

        // A name may contain points, so the longest match counts.
        var pair = mapping.Children
            .Where(child => child.Key is YamlScalarNode { Value: { } key } && (
                path == key || path.StartsWith(key + ".", StringComparison.Ordinal)))
            .OrderByDescending(child => ((YamlScalarNode)child.Key).Value!.Length)
            .FirstOrDefault();
        return pair.Key is YamlScalarNode name ? (name.Value!, name.Start, pair.Value) : null;
    }

    private static string Line(string text, int number)
    {
        var line = text.Split('\n')[number - 1].Trim();
        line = line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line;
        return line.Length > LongestLine ? line[..LongestLine] + "…" : line;
    }
}
