using Repro.Generators.Diagnostics;
using Repro.Generators.Optimizers;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model;

/// <summary>Reads the optimizer of an experiment.</summary>
internal static class OptimizerReader
{
    private const string Expected = "one optimizer with its settings, such as { adam: { learning_rate: 1e-3 } }";

    public static Optimizer? Read(MappingReader owner, DiagnosticBag diagnostics)
    {
        var node = owner.RequiredNode("optimizer", Expected);
        if (node is null)
        {
            return null;
        }

        if (node is not YamlMapping { Pairs.Count: 1 } mapping || mapping.Pairs[0].Value is not YamlMapping settings)
        {
            owner.Report(Descriptors.WrongType, node.Place, "'optimizer'", Expected, node.Description);
            return null;
        }

        var name = mapping.Pairs[0].Key;
        var definition = OptimizerCatalog.All.FirstOrDefault(known => known.Name == name.Text);
        if (definition is null)
        {
            owner.ReportUnknownName("optimizer", new(name.Text, name.Place, IsInherited: false), [.. OptimizerCatalog.All.Select(known => known.Name)]);
            return null;
        }

        var reader = new MappingReader($"Optimizer {name.Text}", name.Place, settings, reportsMissing: true, diagnostics);
        var optimizer = definition.Read(reader);
        reader.Finish();
        return reader.Failed ? null : optimizer;
    }
}
