using System.Collections.Immutable;

namespace Repro.Generators.Optimizers;

/// <summary>Every optimizer of the language.</summary>
internal static class OptimizerCatalog
{
    public static readonly ImmutableArray<OptimizerDefinition> All = [Adam.Definition];
}
