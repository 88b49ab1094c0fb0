using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document;

/// <summary>Resolves <c>like:</c>. An entry gets all keys of the entry that it is like; its own keys win.</summary>
internal sealed class Inheritance
{
    public const string Like = "like";

    private readonly IReadOnlyList<Entry> entries;
    private readonly Dictionary<string, Entry> byName;
    private readonly Dictionary<string, Entry> resolved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlMapping> inheritable = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Key> keys;
    private readonly DiagnosticBag diagnostics;

    private Inheritance(IReadOnlyList<Entry> entries, ImmutableArray<Key> keys, DiagnosticBag diagnostics)
    {
        (this.entries, this.keys, this.diagnostics) = (entries, keys, diagnostics);
        byName = entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>The entries with the keys that they inherit.</summary>
    /// <param name="entries">The entries of a section.</param>
    /// <param name="keys">The keys of an entry.</param>
    /// <param name="diagnostics">Collects the mistakes.</param>
    public static IReadOnlyList<Entry> Resolve(IReadOnlyList<Entry> entries, ImmutableArray<Key> keys, DiagnosticBag diagnostics)
    {
        var inheritance = new Inheritance(entries, keys, diagnostics);
        return [.. entries.Select(inheritance.Resolve)];
    }

    private Entry Resolve(Entry entry)
    {
        var chain = new List<Entry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var next = entry;
        while (next is not null && !resolved.ContainsKey(next.Name))
        {
            if (!names.Add(next.Name))
            {
                ReportCycle(chain, next);
                next = null;
                break;
            }

            chain.Add(next);
            next = Base(next);
        }

        for (var i = chain.Count - 1; i >= 0; i--)
        {
            resolved[chain[i].Name] = Merge(chain[i], next is null ? null : resolved[next.Name]);
            next = chain[i];
        }

        return resolved[entry.Name];
    }

    /// <summary>The entry that another is like; <c>null</c> when there is none or the name is wrong.</summary>
    private Entry? Base(Entry entry)
    {
        if (entry.Mapping.Find(Like) is not { } like)
        {
            return null;
        }

        if (like.Value is YamlScalar { IsEmpty: false } name && byName.TryGetValue(name.Text, out var found))
        {
            return found;
        }

        if (like.Value is YamlScalar { IsEmpty: false } unknown)
        {
            diagnostics.ReportUnknownName(
                unknown.Place, entry.What, unknown.Text, entries.Select(other => other.Name).Where(other => other != entry.Name));
        }
        else
        {
            diagnostics.Report(Descriptors.WrongType, like.Value.Place, $"the name of another {entry.What}", like.Value.Description);
        }

        return null;
    }

    private void ReportCycle(List<Entry> chain, Entry closing)
    {
        var cycle = chain.SkipWhile(entry => entry != closing).Append(closing);
        diagnostics.Report(
            Descriptors.LikeCycle,
            closing.Mapping.Find(Like)!.Value.Place,
            string.Join(" → ", cycle.Select(entry => entry.Name)));
    }

    /// <summary>The keys of an entry, marked as inherited. They are kept, because an entry may have many heirs.</summary>
    private YamlMapping Inheritable(Entry parent)
    {
        if (!inheritable.TryGetValue(parent.Name, out var mapping))
        {
            var pairs = parent.Mapping.Pairs.Select(pair => pair with { IsInherited = true }).ToEquatableArray();
            mapping = parent.Mapping with { Pairs = pairs };
            inheritable.Add(parent.Name, mapping);
        }

        return mapping;
    }

    private Entry Merge(Entry entry, Entry? parent)
    {
        return entry with
        {
            Mapping = parent is null ? entry.Mapping : entry.Mapping.Over(Inheritable(parent), keys),
            ReportsMissing = entry.ReportsMissing && entry.Mapping.Find(Like) is null,
        };
    }
}
