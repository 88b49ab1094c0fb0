using Repro.Generators.Common;
using Repro.Generators.Document;
using Repro.Generators.Document.Parameters;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Resolution;

/// <summary>The architectures of a file, and the variants that experiments make by giving other parameters.</summary>
/// <param name="blockEntries">The entries of the section <c>blocks</c>.</param>
/// <param name="blocks">The blocks by name; <c>null</c> for one with a mistake, which was reported.</param>
/// <param name="classes">Gives the architectures their classes.</param>
/// <param name="diagnostics">Collects the mistakes.</param>
internal sealed class ArchitectureLibrary(
    IReadOnlyList<Entry> blockEntries,
    IReadOnlyDictionary<string, BlockDeclaration?> blocks,
    ClassNames classes,
    DiagnosticBag diagnostics)
{
    private const string What = "architecture";

    private readonly ShapeChecker checker = new(diagnostics);
    private readonly Dictionary<string, (Entry Entry, EquatableArray<Parameter>? Parameters)> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Architecture?> declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Architecture?> variants = new(StringComparer.Ordinal);
    private readonly List<Architecture?> all = [];

    /// <summary>
    /// The declared architectures, <c>null</c> for one with a mistake, then the variants, each in the order of the file.
    /// </summary>
    public IReadOnlyList<Architecture?> All => all;

    /// <summary>Reads the architectures of a file and checks their shapes.</summary>
    public void Resolve(IReadOnlyList<Entry> architectures, CancellationToken cancellation)
    {
        var declarations = new List<ArchitectureDeclaration>();
        foreach (var entry in architectures.Until(cancellation))
        {
            var parameters = ArchitectureReader.ParametersOf(entry, diagnostics);
            entries.Add(entry.Name, (entry, parameters));
            declarations.Add(Declare(entry, parameters));
        }

        foreach (var checkedOne in checker.Check(declarations))
        {
            declared.Add(checkedOne.Key, checkedOne.Value);
        }

        all.AddRange(architectures.Select(entry => declared[entry.Name]));
    }

    /// <summary>The architecture that an experiment names, with the parameters that it gives; <c>null</c> after a mistake.</summary>
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
        // An architecture without a mistake has parameters without one.
        var entry = entries[use.Value.Name.Text].Entry;
        var parameters = entries[use.Value.Name.Text].Parameters!.Value;
        if (!AreParameters(use.Value, parameters))
        {
            return null;
        }

        var given = parameters
            .Select(
                parameter => use.Value.Arguments.Find(parameter.Name.Text) is { } pair ? parameter with { Value = pair.Value } : parameter)
            .ToEquatableArray();
        var changed = given
            .Where((parameter, i) => ParameterValues.Canonical(parameter.Value) != ParameterValues.Canonical(parameters[i].Value))
            .ToArray();
        var values = changed.Select(parameter => $"{parameter.Name.Text}: {ParameterValues.Canonical(parameter.Value)}");
        var name = $"{entry.Name}({string.Join(", ", values)})";
        if (changed.Length > 0 && !variants.ContainsKey(name))
        {
            var suffix = string.Concat(changed.Select(parameter => $"-{parameter.Name.Text}-{ParameterValues.AsName(parameter.Value)}"));
            var declaration = Declare(Heir(entry, entry.Name + suffix, use.Place), given);
            variants.Add(name, checker.Check(declaration with { Name = name, IsVariant = true, Text = TextOf(entry) }));
            all.AddRange(variants[name] is { } variant ? [variant] : []);
        }

        return changed.Length == 0 ? declared[entry.Name] : variants[name];
    }

    /// <summary>Whether an experiment gives only known parameters, and only usable values; reported otherwise.</summary>
    private bool AreParameters(Instance use, EquatableArray<Parameter> parameters)
    {
        var names = parameters.Select(parameter => parameter.Name.Text).ToArray();
        var unknown = use.Arguments.Pairs.Where(pair => !names.Contains(pair.Key.Text)).ToArray();
        foreach (var pair in unknown)
        {
            diagnostics.Report(
                Descriptors.UnknownName, pair.Key.Place, "parameter", pair.Key.Text.Quoted(), Suggestion.For(pair.Key.Text, names));
        }

        return use.Arguments.Pairs.All(pair => ParameterValues.Check(pair.Value, canBeEmpty: false, diagnostics)) && unknown.Length == 0;
    }

    private ArchitectureDeclaration Declare(Entry entry, EquatableArray<Parameter>? parameters) =>
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
