using Repro.Generators.Blocks;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Language;
using Repro.Generators.Parameters;
using Repro.Generators.Shapes;

namespace Repro.Generators.Model;

/// <summary>The architectures of a file, and what experiments make of them by giving them other parameters.</summary>
internal sealed class ArchitectureLibrary
{
    private const string What = "architecture";

    private readonly Dictionary<string, Entry> entries;
    private readonly Dictionary<string, Architecture?> declared;
    private readonly Dictionary<string, Architecture?> instances = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Entry> blockEntries;
    private readonly IReadOnlyDictionary<string, BlockDeclaration?> blocks;
    private readonly ShapeChecker checker;
    private readonly ClassNames classes;
    private readonly DiagnosticBag diagnostics;
    private readonly List<Architecture?> all;

    public ArchitectureLibrary(
        Document document,
        IReadOnlyDictionary<string, BlockDeclaration?> blocks,
        ClassNames classes,
        DiagnosticBag diagnostics,
        CancellationToken cancellation)
    {
        (this.blocks, this.classes, this.diagnostics) = (blocks, classes, diagnostics);
        (blockEntries, var architectures) = (document.Blocks, document.Architectures);
        checker = new(diagnostics);
        entries = architectures.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        declared = checker.Check(
            [.. architectures.Until(cancellation).Select(entry => Declare(entry, ArchitectureReader.ParametersOf(entry, diagnostics)))]);
        all = [.. architectures.Select(entry => declared[entry.Name])];
    }

    /// <summary>
    /// The declared architectures, <c>null</c> for one with a mistake, then those of other parameters, each in the order of the file.
    /// </summary>
    public IReadOnlyList<Architecture?> All => all;

    /// <summary>The architecture that an experiment names, with the parameters that it gives; <c>null</c> when something is wrong with it.</summary>
    public Setting<Architecture>? Find(Setting<Instance> use)
    {
        var name = use.Value.Name;
        if (!declared.TryGetValue(name.Text, out var architecture))
        {
            diagnostics.ReportUnknownName(name.Place, What, name.Text, declared.Keys);
        }

        architecture = architecture is null || use.Value.Arguments.Pairs.Count == 0 ? architecture : WithParameters(use);
        return architecture is null ? null : new(architecture, use.Place, use.IsInherited);
    }

    private Architecture? WithParameters(Setting<Instance> use)
    {
        var entry = entries[use.Value.Name.Text];
        var parameters = ArchitectureReader.ParametersOf(entry, diagnostics);
        if (!AreParameters(use.Value, parameters))
        {
            return null;
        }

        var given = parameters
            .Select(parameter => use.Value.Arguments.Find(parameter.Name.Text) is { } pair ? parameter with { Value = pair.Value } : parameter)
            .ToEquatableArray();
        var changed = given.Where((parameter, i) => ParameterValues.Canonical(parameter.Value) != ParameterValues.Canonical(parameters[i].Value)).ToArray();
        var name = $"{entry.Name}({string.Join(", ", changed.Select(parameter => $"{parameter.Name.Text}: {ParameterValues.Canonical(parameter.Value)}"))})";
        if (changed.Length > 0 && !instances.ContainsKey(name))
        {
            var suffix = string.Concat(changed.Select(parameter => $"-{parameter.Name.Text}-{ParameterValues.AsName(parameter.Value)}"));
            instances.Add(name, checker.Check(Declare(Heir(entry, entry.Name + suffix, use.Place), given) with { Name = name, IsInstance = true, Text = TextOf(entry) }));
            all.AddRange(instances[name] is { } instance ? [instance] : []);
        }

        return changed.Length == 0 ? declared[entry.Name] : instances[name];
    }

    /// <summary>Whether an experiment gives only parameters that there are, and only values; reported when not.</summary>
    private bool AreParameters(Instance use, EquatableArray<Parameter> parameters)
    {
        var names = parameters.Select(parameter => parameter.Name.Text).ToArray();
        var unknown = use.Arguments.Pairs.Where(pair => !names.Contains(pair.Key.Text)).ToArray();
        foreach (var pair in unknown)
        {
            diagnostics.Report(Descriptors.UnknownName, pair.Key.Place, "parameter", pair.Key.Text.Quoted(), Suggestion.For(pair.Key.Text, names));
        }

        return use.Arguments.Pairs.All(pair => ParameterValues.Check(pair.Value, canBeEmpty: false, diagnostics)) && unknown.Length == 0;
    }

    private ArchitectureDeclaration Declare(Entry entry, EquatableArray<Parameter> parameters) =>
        ArchitectureReader.Read(entry, classes.Claim(entry, "Result"), parameters, blocks, diagnostics) with { Text = TextOf(entry) };

    private string TextOf(Entry entry) => Specification.OfArchitecture(entry, blockEntries);

    /// <summary>An entry that has every key of another.</summary>
    private static Entry Heir(Entry entry, string name, Place place) => entry with
    {
        Name = name,
        Place = place,
        Mapping = entry.Mapping with { Pairs = entry.Mapping.Pairs.Select(pair => pair with { IsInherited = true }).ToEquatableArray() },
    };
}
