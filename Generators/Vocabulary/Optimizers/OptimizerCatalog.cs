using System.Collections.Immutable;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Optimizers;

/// <summary>Every optimizer of the language.</summary>
internal static class OptimizerCatalog
{
    public static readonly ImmutableArray<Definition<Optimizer>> All =
        [Adam.Definition, Adam.Decoupled, Sgd.Definition, RmsProp.Definition];
}
