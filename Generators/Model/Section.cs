using System.Text.RegularExpressions;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model;

/// <summary>A mapping of names to entries.</summary>
internal static class Section
{
    private static readonly Regex UsableName = new(@"^[A-Za-z][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant);

    public static IReadOnlyList<Entry> Read(string key, string what, YamlNode? section, DiagnosticBag diagnostics)
    {
        if (section is null or YamlScalar { IsEmpty: true })
        {
            return [];
        }

        if (section is YamlMapping mapping)
        {
            return [.. mapping.Pairs.Select(pair => ReadEntry(what, pair, diagnostics))];
        }

        diagnostics.Report(Descriptors.WrongType, section.Place, key.Quoted(), "a mapping of names", section.Description);
        return [];
    }

    private static Entry ReadEntry(string what, YamlPair pair, DiagnosticBag diagnostics)
    {
        var (name, place) = (pair.Key.Text, pair.Key.Place);
        var usable = UsableName.IsMatch(name);
        if (!usable)
        {
            diagnostics.Report(
                Descriptors.UnusableName, place, name.Quoted(), what, "use at most 64 letters (a to z), digits, '-' and '_', starting with a letter");
        }

        if (pair.Value is YamlMapping mapping)
        {
            return new(what, name, place, usable, mapping);
        }

        if (pair.Value is not YamlScalar { IsEmpty: true })
        {
            diagnostics.Report(Descriptors.WrongType, pair.Value.Place, name.Quoted(), "a mapping of keys", pair.Value.Description);
        }

        return new(what, name, place, usable, new([], pair.Value.Place), ReportsMissing: pair.Value is YamlScalar { IsEmpty: true });
    }
}
