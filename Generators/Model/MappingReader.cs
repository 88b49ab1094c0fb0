using Microsoft.CodeAnalysis;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Model.Values;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model;

/// <summary>Reads the keys of one mapping and reports what is wrong with them. <c>null</c> means that something was.</summary>
/// <param name="owner">What the mapping describes, as messages call it.</param>
/// <param name="place">Where a missing key is reported.</param>
/// <param name="mapping">The keys and values.</param>
/// <param name="reportsMissing">Whether a missing key is reported here, and not in the entry that this one is like.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class MappingReader(string owner, Place place, YamlMapping mapping, bool reportsMissing, DiagnosticBag diagnostics)
{
    private readonly List<string> known = [];
    private readonly List<(string Key, string Expected)> missing = [];

    public string Owner => owner;

    public Place Place => place;

    /// <summary>Whether anything was wrong so far.</summary>
    public bool Failed { get; private set; }

    public Setting<T>? Required<T>(string key, ValueType<T> type) =>
        RequiredNode(key, type.Expected) is { } node ? Read(key, type, node) : null;

    public Setting<T>? Optional<T>(string key, ValueType<T> type, T absent) =>
        OptionalNode(key) is { } node ? Read(key, type, node) : new(absent, place, IsInherited: false);

    /// <summary>Looks a name up; what is declared but wrong has a <c>null</c> entry, and was reported already.</summary>
    public Setting<T>? RequiredReference<T>(string key, string what, IReadOnlyDictionary<string, T?> declared)
        where T : class
    {
        var name = Required(key, new Text($"the name of the {what}", _ => true));
        if (name is null)
        {
            return null;
        }

        if (!declared.TryGetValue(name.Value, out var found))
        {
            ReportUnknownName(what, name, [.. declared.Keys]);
        }

        Failed |= found is null;
        return found is null ? null : new(found, name.Place, name.IsInherited);
    }

    public YamlNode? RequiredNode(string key, string expected)
    {
        var node = OptionalNode(key);
        if (node is null)
        {
            Failed = true;
            missing.Add((key, expected));
        }

        return node;
    }

    public bool IsInherited(string key) => mapping.Find(key) is { IsInherited: true };

    /// <summary>
    /// To be called last: reports the keys that nobody asked for, the inherited ones in their own entry, and the missing ones, unless
    /// one of those was probably meant.
    /// </summary>
    public void Finish()
    {
        var unknown = mapping.Pairs.Where(pair => !pair.IsInherited).Select(pair => pair.Key).Where(key => !known.Contains(key.Text)).ToArray();
        foreach (var key in unknown)
        {
            Report(Descriptors.UnknownKey, key.Place, owner, key.Text.Quoted(), Suggestion.For(key.Text, known));
        }

        var meant = new HashSet<string?>(unknown.Select(key => Suggestion.Nearest(key.Text, known)), StringComparer.Ordinal);
        foreach (var (key, expected) in missing.Where(key => reportsMissing && !meant.Contains(key.Key)))
        {
            diagnostics.Report(Descriptors.MissingKey, place, owner, key, expected);
        }
    }

    public void Report(DiagnosticDescriptor descriptor, Place where, params string[] arguments)
    {
        Failed = true;
        diagnostics.Report(descriptor, where, arguments);
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

    public void ReportUnknownName(string what, Setting<string> name, IReadOnlyCollection<string> declared) =>
        Report(Descriptors.UnknownName, name.Place, what, name.Value.Quoted(), Suggestion.For(name.Value, declared));

    public YamlNode? OptionalNode(string key)
    {
        known.Add(key);
        return mapping.Find(key)?.Value;
    }

    private Setting<T>? Read<T>(string key, ValueType<T> type, YamlNode node)
    {
        if (type.Read(node, out var value) is { } problem)
        {
            Report(problem.Descriptor, problem.Node.Place, key.Quoted(), type.Expected, problem.Node.Description);
            return null;
        }

        return new(value, node.Place, IsInherited(key));
    }
}
