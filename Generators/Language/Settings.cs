using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Repro.Generators.Common;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Language;

/// <summary>
/// The values that one mapping gives for its declared keys. All mistakes are reported in the constructor, before any value is used.
/// </summary>
internal sealed class Settings
{
    private readonly Dictionary<Key, Setting?> found;
    private readonly DiagnosticBag diagnostics;

    /// <summary>Reads all keys of a mapping.</summary>
    /// <param name="place">Where a missing key is reported.</param>
    /// <param name="mapping">The keys and values.</param>
    /// <param name="keys">The declared keys.</param>
    /// <param name="diagnostics">Collects the mistakes.</param>
    /// <param name="reportsMissing">Whether to report missing keys. An entry that is like another leaves that to the other.</param>
    public Settings(Place place, YamlMapping mapping, ImmutableArray<Key> keys, DiagnosticBag diagnostics, bool reportsMissing = true)
    {
        (Place, this.diagnostics) = (place, diagnostics);
        found = keys.ToDictionary(key => key, key => Read(key, mapping.Find(key.Name)));
        var unknown = ReportUnknown(mapping, [.. keys.Select(key => key.Name)]);
        var missing = keys.Where(key => key.IsRequired && mapping.Find(key.Name) is null).ToArray();
        Failed |= missing.Length > 0;
        foreach (var key in missing.Where(key => reportsMissing && !unknown.Contains(key.Name)))
        {
            diagnostics.Report(Descriptors.MissingKey, place, key.Name, key.Type.Expected);
        }
    }

    public Place Place { get; }

    /// <summary>Whether there was a mistake so far.</summary>
    public bool Failed { get; private set; }

    /// <summary>The value of a declared key, or its default; <c>null</c> without either, or after a mistake.</summary>
    public Setting<T>? Find<T>(Key<T> key) => (Setting<T>?)found[key];

    /// <summary>The value of a declared key. Call it only when nothing has failed.</summary>
    public T Get<T>(Key<T> key) => Find(key)!.Value;

    /// <summary>Looks up the target that a key names. A declared target with a mistake, which was reported, is <c>null</c>.</summary>
    public Setting<T>? Resolve<T>(Key<string> key, string what, IReadOnlyDictionary<string, T?> declared)
        where T : class
    {
        if (Find(key) is not { } name)
        {
            return null;
        }

        if (!declared.TryGetValue(name.Value, out var target))
        {
            diagnostics.ReportUnknownName(name.Place, what, name.Value, declared.Keys);
        }

        Failed |= target is null;
        return target is null ? null : new(target, name.Place, name.IsInherited);
    }

    /// <summary>
    /// Reports settings that do not fit each other, at the first that the entry gives itself. If it inherits all of them, the other entry
    /// was reported.
    /// </summary>
    public void ReportMismatch(DiagnosticDescriptor descriptor, Setting[] settings, params string[] arguments)
    {
        Failed = true;
        if (settings.FirstOrDefault(setting => !setting.IsInherited) is { } own)
        {
            diagnostics.Report(descriptor, own.Place, arguments);
        }
    }

    private Setting? Read(Key key, YamlPair? given)
    {
        if (given is null)
        {
            return key.Absent(Place);
        }

        var setting = key.Read(given, diagnostics);
        Failed |= setting is null;
        return setting;
    }

    /// <summary>
    /// Reports undeclared keys and returns the keys that were probably meant. Inherited keys are reported in their own entry.
    /// </summary>
    private HashSet<string?> ReportUnknown(YamlMapping mapping, IReadOnlyCollection<string> known)
    {
        var unknown = mapping.Pairs
            .Where(pair => !pair.IsInherited && !known.Contains(pair.Key.Text))
            .Select(pair => pair.Key)
            .ToArray();
        foreach (var key in unknown)
        {
            Failed = true;
            diagnostics.Report(Descriptors.UnknownKey, key.Place, Suggestion.For(key.Text, known));
        }

        return new(unknown.Select(key => Suggestion.Nearest(key.Text, known)), StringComparer.Ordinal);
    }
}
