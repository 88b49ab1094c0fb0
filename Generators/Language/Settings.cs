using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Repro.Generators.Common;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Language;

/// <summary>What one mapping gives for its declared keys. Everything wrong with a key is reported before the first is asked for.</summary>
internal sealed class Settings
{
    private readonly Dictionary<Key, Setting?> found;
    private readonly DiagnosticBag diagnostics;

    /// <summary>Reads all keys of a mapping.</summary>
    /// <param name="place">Where a missing key is reported.</param>
    /// <param name="mapping">The keys and values.</param>
    /// <param name="keys">The declared keys.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="reportsMissing">Whether a missing key is reported here, and not in the entry that this one is like.</param>
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

    /// <summary>Whether anything was wrong so far.</summary>
    public bool Failed { get; private set; }

    /// <summary>
    /// What was given for a declared key, or its default; <c>null</c> when there is neither, or something is wrong with it.
    /// </summary>
    public Setting<T>? Find<T>(Key<T> key) => (Setting<T>?)found[key];

    /// <summary>The value of a declared key. To be asked for when nothing has failed.</summary>
    public T Get<T>(Key<T> key) => Find(key)!.Value;

    /// <summary>Looks up what a key names; what is declared but wrong has a <c>null</c> entry, and was reported already.</summary>
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
    /// Reports that settings do not fit each other, at the first that the entry gives itself. If it inherits all of them, this was
    /// reported where they stand.
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
    /// Reports the keys that are not declared, the inherited ones in their own entry, and gives those that were probably meant.
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
