using Repro.Runtime;

namespace Repro.Cli.Context;

/// <summary>The program of another revision, of which there are only sources.</summary>
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

/// <summary>What came of a process.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">The lines that it wrote.</param>
/// <param name="Error">The lines that it wrote about what went wrong.</param>
internal sealed record ProgramResult(int Code, IReadOnlyList<string> Output, IReadOnlyList<string> Error);
