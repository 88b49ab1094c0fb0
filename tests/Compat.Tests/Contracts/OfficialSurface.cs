using System.Text.RegularExpressions;

namespace Repro.Compat.Tests.Contracts;

/// <summary>
/// The public surface of an official assembly, as <see cref="SurfaceText"/> writes it, and what a provider's types have otherwise.
/// </summary>
internal sealed partial class OfficialSurface
{
    private readonly Dictionary<string, OfficialType> official = new(StringComparer.Ordinal);

    public static OfficialSurface Parse(string text)
    {
        var surface = new OfficialSurface();
        OfficialType? type = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == ' ')
            {
                type!.Members.Add(line.Trim());
                continue;
            }

            var parts = line.Split([": ", " : "], 3, StringSplitOptions.None);
            type = new OfficialType(parts[1], parts.Length > 2 ? parts[2].Split("; ") : [], []);
            surface.official.Add(parts[0], type);
        }

        return surface;
    }

    /// <summary>
    /// What code can do with a provider's types and not with the official ones, one a line: types, kinds, bases and members.
    /// </summary>
    public IReadOnlyList<string> Beyond(IEnumerable<Type> types) =>
        [.. types.OrderBy(ReflectedType.Key, StringComparer.Ordinal).SelectMany(Beyond)];

    /// <summary>The official members that a provider's type has not, though it has others of the same name.</summary>
    public IReadOnlyList<string> Lacking(IEnumerable<Type> types) =>
        [.. types.OrderBy(ReflectedType.Key, StringComparer.Ordinal).SelectMany(Lacking)];

    private IEnumerable<string> Beyond(Type type)
    {
        var key = ReflectedType.Key(type);
        if (!official.TryGetValue(key, out var listed))
        {
            return [$"type {key}"];
        }

        // A member may stand on a type where the official one stands on its base; one that can be overridden there need not be so here.
        var members = listed.Bases.Select(each => each.Split('<')[0]).Prepend(key)
            .SelectMany(each => official.GetValueOrDefault(each)?.Members ?? [])
            .SelectMany(member => new[] { member, Signature.WithoutVirtual(member) })
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Allows(listed.Kind, Surface.Kind(type)) ? [] : new[] { $"{key} is {Surface.Kind(type)}, not {listed.Kind}" },
            .. Surface.Bases(type).Except(listed.Bases).Where(each => !each.StartsWith("Repro.", StringComparison.Ordinal)).Select(
                each => $"{key} : {each}"),
            .. Surface.Of(type).Where(member => !members.Contains(member)).Order(StringComparer.Ordinal).Select(
                member => $"{key}: {member}"),
        ];
    }

    /// <summary>A class that cannot be inherited or constructed here may be so there.</summary>
    private static bool Allows(string official, string provided) =>
        official == provided || (official == "class" && provided is "sealed class" or "abstract class");

    private IEnumerable<string> Lacking(Type type)
    {
        var key = ReflectedType.Key(type);
        var provided = Surface.Of(type).Select(Signature.WithoutVirtual).ToHashSet(StringComparer.Ordinal);
        var names = provided.Select(Name).ToHashSet(StringComparer.Ordinal);
        return official.GetValueOrDefault(key)?.Members
            .Where(member => names.Contains(Name(member)) && !provided.Contains(Signature.WithoutVirtual(member)))
            .Select(member => $"{key}: {member}") ?? [];
    }

    private static string Name(string member) => NameOfMember().Match(member).Value;

    /// <summary>
    /// Of a method what stands before its parameters, of a conversion with the type that it gives; of others the last word.
    /// </summary>
    [GeneratedRegex(@"operator [^(]+(?=\()|[\w`]+(?=\()|\bthis(?=\[)|\w+(?==)|\w+$")]
    private static partial Regex NameOfMember();

    private sealed record OfficialType(string Kind, IReadOnlyList<string> Bases, List<string> Members);
}
