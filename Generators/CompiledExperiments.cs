using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Model;
using Repro.Generators.Shapes;

namespace Repro.Generators;

/// <summary>What a file of experiments says, in its order, and what is wrong with it.</summary>
internal sealed record CompiledExperiments(
    EquatableArray<Architecture> Architectures, EquatableArray<Experiment> Experiments, EquatableArray<DiagnosticInfo> Diagnostics);
