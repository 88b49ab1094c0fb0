using System.ComponentModel;
using System.Diagnostics;

namespace Repro.Cli.Tests.Git;

/// <summary>A test that needs git.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GitFactAttribute : FactAttribute
{
    private static readonly bool Installed = IsInstalled();

    public GitFactAttribute() => Skip = Installed ? null! : "git is not installed";

    private static bool IsInstalled()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", "--version") { RedirectStandardOutput = true })!;
            git.WaitForExit();
            return git.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
