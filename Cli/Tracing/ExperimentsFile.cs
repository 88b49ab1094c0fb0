using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Repro.Cli.Tracing;

/// <summary>Finds what keys lead to in <c>experiments.yaml</c> and the files that it may include.</summary>
internal static class ExperimentsFile
{
    private const int LongestLine = 100;

    /// <summary>
    /// File, line and text of what keys such as <c>architectures.vae.encoder.1.conv</c> lead to: <c>experiments.yaml:18: conv: { … }</c>. The keys
    /// themselves when no file that can be read has them.
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
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.yaml").Select(file => $"experiments/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)
            : [];
    }

    private static string? Find(string root, string file, string path)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(root, file));
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

    /// <summary>Where the keys lead to. The last of them may be the value itself, or what a parameter there stands for.</summary>
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
            return int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= list.Children.Count
                ? (key, list.Children[number - 1].Start, list.Children[number - 1])
                : null;
        }

        if (node is not YamlMappingNode mapping)
        {
            return null;
        }

        // Names may have points in them: the longest that fits is meant.
        var pair = mapping.Children
            .Where(child => child.Key is YamlScalarNode { Value: { } key } && (path == key || path.StartsWith(key + ".", StringComparison.Ordinal)))
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
