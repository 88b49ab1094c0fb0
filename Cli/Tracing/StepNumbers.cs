using System.Globalization;

namespace Repro.Cli.Tracing;

/// <summary>Steps as the command line writes them: <c>1,2,10-12</c>.</summary>
internal static class StepNumbers
{
    /// <summary>How many steps a trace can have: each takes some hundred kilobytes.</summary>
    public const int Most = 1000;

    /// <summary>The numbers, ascending, each once; <c>null</c> when the text is no such list.</summary>
    public static IReadOnlyList<int>? Parse(string text)
    {
        var numbers = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !TryParse(ends[0], out var from) || !TryParse(ends[^1], out var to) || to < from || to - from >= Most)
            {
                return null;
            }

            numbers.UnionWith(Enumerable.Range(from, to - from + 1));
        }

        return numbers.Count <= Most ? [.. numbers] : null;
    }

    /// <summary>The numbers as <see cref="Parse"/> reads them.</summary>
    public static string Text(IReadOnlyList<int> steps)
    {
        var parts = new List<string>();
        for (var i = 0; i < steps.Count;)
        {
            var end = i;
            while (end + 1 < steps.Count && steps[end + 1] == steps[end] + 1)
            {
                end++;
            }

            parts.Add(end == i ? Invariant($"{steps[i]}") : Invariant($"{steps[i]}-{steps[end]}"));
            i = end + 1;
        }

        return string.Join(',', parts);
    }

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
