using System.Text;

namespace VerifyTests;

internal static class Lines
{
    /// <summary>Puts <paramref name="replace"/> of each line in its place; null removes the line.</summary>
    public static void Rewrite(StringBuilder text, Func<string, string?> replace)
    {
        var original = text.ToString();
        text.Clear();
        using var reader = new StringReader(original);
        while (reader.ReadLine() is { } line)
        {
            if (replace(line) is { } replaced)
            {
                text.Append(replaced).Append('\n');
            }
        }

        if (text.Length > 0 && !original.EndsWith('\n'))
        {
            text.Length--;
        }
    }

    /// <summary>Makes every line ending a line feed.</summary>
    public static string WithLineFeeds(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
