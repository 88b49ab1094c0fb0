using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Repro.Cli.Context;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary><c>repro --version</c>: says the version of Repro, which is not that of the program that uses it.</summary>
internal sealed class VersionAction(CliContext context) : SynchronousCommandLineAction
{
    /// <summary>The version of Repro, without the commit that the build adds.</summary>
    public static string Version { get; } =
        typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public override int Invoke(ParseResult parseResult)
    {
        context.Out.WriteLine($"Repro {Version}");
        return ExitCode.Done;
    }
}
