using System.CommandLine;

namespace Repro.Cli.Context;

/// <summary>
/// A command whose result is its output. It fails when the output cannot be written. Other commands write files and continue without
/// their output.
/// </summary>
internal sealed class AnswerCommand(string name, string description) : Command(name, description);
