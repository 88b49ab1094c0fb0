using Repro.Generators.Common;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Resolution;

/// <summary>What a file of experiments says, in its order, and what is wrong with it.</summary>
/// <param name="Architectures">The architectures; <c>null</c> stands for one that is wrong, so that the others keep their places.</param>
/// <param name="Experiments">The experiments; likewise.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record CompiledExperiments(
    EquatableArray<Architecture?> Architectures, EquatableArray<Experiment?> Experiments, EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>Whether the project cannot have generated code, for the reasons in the diagnostics.</summary>
    public bool IsRefused { get; private init; }

    public static CompiledExperiments Refused(EquatableArray<DiagnosticInfo> reasons) =>
        new(default, default, reasons) { IsRefused = true };
}
