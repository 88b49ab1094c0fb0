namespace Repro.Cli.Context;

/// <summary>The command line asks for something that does not exist. The message says what to write instead.</summary>
internal sealed class MisuseException(string message) : Exception(message);
