using Repro.Generators.Common;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Resolution;

/// <summary>The architectures and experiments of a file, and its mistakes.</summary>
/// <param name="Architectures">
/// The architectures in the order of the file. One with a mistake is <c>null</c>, so the others keep their places.
/// </param>
/// <param name="Experiments">The experiments, likewise.</param>
/// <param name="Diagnostics">The mistakes.</param>
internal sealed record CompiledExperiments(
    EquatableArray<Architecture?> Architectures, EquatableArray<Experiment?> Experiments, EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>Whether the project cannot have generated code. The diagnostics give the reasons.</summary>
    public bool IsRefused { get; private init; }

    public static CompiledExperiments Refused(EquatableArray<DiagnosticInfo> reasons) =>
        new(default, default, reasons) { IsRefused = true };
}
