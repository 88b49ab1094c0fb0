using Repro.Generators.Common;
using Repro.Generators.Resolution;

namespace Repro.Generators.Emit;

/// <summary>The content of the list of all experiments.</summary>
/// <param name="Architectures">The number of architectures.</param>
/// <param name="Experiments">Name and class of each experiment, in the order of the file.</param>
internal sealed record Catalog(int Architectures, EquatableArray<CatalogEntry> Experiments)
{
    public static Catalog Of(CompiledExperiments compiled) => new(
        compiled.Architectures.OfType<Architecture>().Count(),
        compiled.Experiments
            .OfType<Experiment>()
            .Select(experiment => new CatalogEntry(experiment.Name, experiment.Identifier))
            .ToEquatableArray());
}

/// <summary>The name and class of an experiment.</summary>
internal sealed record CatalogEntry(string Name, string Identifier);
