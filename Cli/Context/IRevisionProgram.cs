using Repro.Runtime;

namespace Repro.Cli.Context;

/// <summary>The program of another revision. It has to be built from its sources.</summary>
internal interface IRevisionProgram
{
    /// <summary>Builds it.</summary>
    /// <param name="folder">The folder of <c>experiments.yaml</c> in the revision.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <exception cref="ReproException">The revision does not have it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    ProgramResult Build(string folder, CancellationToken cancellationToken);

    /// <summary>Runs it, when it is built.</summary>
    /// <param name="folder">The same folder.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="said">Is told of each line that it writes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    ProgramResult Run(string folder, IReadOnlyList<string> arguments, Action<string> said, CancellationToken cancellationToken);
}

/// <summary>The result of a process.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">The lines of standard output.</param>
/// <param name="Error">The lines of standard error.</param>
internal sealed record ProgramResult(int Code, IReadOnlyList<string> Output, IReadOnlyList<string> Error);
