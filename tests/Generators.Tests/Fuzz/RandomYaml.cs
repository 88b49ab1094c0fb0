using System.Globalization;
using System.Text;

namespace Repro.Generators.Tests.Fuzz;

/// <summary>Random files, from nonsense to nearly right.</summary>
internal static class RandomYaml
{
    private const string Fragments = "{}[]:,-#&*!|>'\"%@`?~ \n\r\t\\0123456789abcdefxyz<=\u00e9\u2028\ufeff\ud83d\ude00\0\u0085";

    private static readonly string[] Words =
    [
        "version", "data", "architectures", "experiments", "like", "kind", "input", "latent", "encoder", "decoder", "conv", "linear",
        "relu", "matrix",
        "include", "exclude", "residual", "repeat", "layers", "$latent", "seed", "epochs", "batch", "optimizer", "adam", "loss", "captures",
        "size",
        "folder", "files", "<<", "a", "b", "1", "0", "-1", "1e999", "0.5", "true", "null", "~", "''", "\"\"", "3.", "[3, 8, 8]", "{}", "[]",
        "99999999999999999999",
    ];

    private static readonly string[] Valid =
    [
        Sample.Text,
        .. Directory.GetFiles(
            Repository.Path("tests/Generators.Tests/Emit/Snapshots"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText),
        File.ReadAllText(Repository.Path("experiments.yaml")),
    ];

    /// <summary>Characters with a meaning in YAML, and some difficult ones.</summary>
    public static string Characters(Random random) => Characters(random, random.Next(200));

    public static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(300)];
        random.NextBytes(bytes);
        byte[] mark = random.Next(4) switch { 0 => [0xef, 0xbb, 0xbf], 1 => [0xff, 0xfe], 2 => [0xfe, 0xff], _ => [] };
        return [.. mark, .. bytes];
    }

    /// <summary>YAML from words of the language in random order.</summary>
    public static string Structure(Random random)
    {
        var text = new StringBuilder("version: 1\n");
        foreach (var section in new[] { "data", "architectures", "experiments" })
        {
            text.Append(CultureInfo.InvariantCulture, $"{section}:{Block(random, 1)}\n");
        }

        return text.ToString();
    }

    /// <summary>A valid file, with some characters taken away, doubled or replaced.</summary>
    public static string Edited(Random random)
    {
        var text = new StringBuilder(Pick(random, Valid));
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            text.Remove(at, Math.Min(random.Next(6), text.Length - at)).Insert(
                at, random.Next(2) == 0 ? Pick(random, Words) : Characters(random, random.Next(4)));
        }

        return text.ToString();
    }

    /// <summary>A valid file with some lines of another file.</summary>
    public static string Spliced(Random random)
    {
        var (lines, others) = (Pick(random, Valid).Split('\n'), Pick(random, Valid).Split('\n'));
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            lines[random.Next(lines.Length)] = Pick(random, others);
        }

        return string.Join(random.Next(4) == 0 ? "\r\n" : "\n", lines);
    }

    /// <summary>A valid file with other numbers.</summary>
    public static string Renumbered(Random random) =>
        string.Concat(Pick(random, Valid).Select(c => char.IsAsciiDigit(c) && random.Next(12) == 0 ? Number(random) : c.ToString()));

    /// <summary>A valid file with other words.</summary>
    public static string Reworded(Random random)
    {
        var parts = Pick(random, Valid).Split(' ');
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            parts[random.Next(parts.Length)] = Pick(random, Words) + (random.Next(2) == 0 ? ":" : "");
        }

        return string.Join(' ', parts);
    }

    private static string Block(Random random, int depth)
    {
        var indent = "\n" + new string(' ', 2 * depth);
        var anchor = random.Next(12) switch { 0 => " &a", 1 => " !t", _ => "" };
        return random.Next(depth > 4 ? 2 : 6) switch
        {
            0 => $" {Pick(random, Words)}",
            1 => random.Next(8) == 0 ? " *a" : anchor + " " + Pick(random, Words),
            2 => anchor + string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{indent}-{Block(random, depth + 1)}")),
            _ =>
                anchor + string.Concat(
                    Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"{indent}{Pick(random, Words)}:{Block(random, depth + 1)}")),
        };
    }

    private static string Characters(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Fragments[random.Next(Fragments.Length)]));

    private static string Number(Random random) => random.Next(4) switch
    {
        0 => "0",
        1 => "-1",
        2 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
        _ => random.Next(1, 70000).ToString(CultureInfo.InvariantCulture),
    };

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
