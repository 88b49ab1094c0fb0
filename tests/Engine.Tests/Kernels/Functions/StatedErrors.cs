using System.Globalization;

namespace Repro.Engine.Tests.Kernels;

/// <summary>The largest errors over all inputs as docs/numerics.md states them, with the inputs that have them.</summary>
internal static class StatedErrors
{
    /// <summary>What the references of <see cref="Function"/> may be off by, in ulp.</summary>
    public const double OfReference = 1e-5;

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["log"] = "ln", ["softplus"] = "softplus, β = 1", ["silu"] = "SiLU", ["elu"] = "ELU, α = 0.7", ["gelu"] = "GELU",
        ["gelu by tanh"] = "GELU by tanh", ["pow 2.5"] = "x²·⁵",
    };

    private static readonly Dictionary<string, (double Error, float At)> Table = Read();

    /// <summary>The number of functions in the table.</summary>
    public static int Count => Table.Count;

    public static (double Error, float At) Of(string function) => Table[Names.GetValueOrDefault(function, function)];

    private static Dictionary<string, (double, float)> Read()
    {
        using var stream = typeof(StatedErrors).Assembly.GetManifestResourceStream("numerics.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split("### How far off")[1].Split("\n\n")
            .First(paragraph => paragraph.StartsWith('|')).Split('\n')[2..]
            .SelectMany(row => row.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Chunk(3))
            .ToDictionary(cells => cells[0], cells => (Number(cells[1]), (float)Number(cells[2])), StringComparer.Ordinal);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
