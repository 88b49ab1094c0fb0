namespace Repro.Cli.Context;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something failed, or a result differs from its snapshot.</summary>
    public const int Failed = 1;

    /// <summary>The command line asks for something that does not exist.</summary>
    public const int Misuse = 2;

    /// <summary>Stopped by SIGHUP: the terminal is gone.</summary>
    public const int HungUp = 129;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Stopped = 130;

    /// <summary>Stopped by SIGTERM.</summary>
    public const int Terminated = 143;
}
