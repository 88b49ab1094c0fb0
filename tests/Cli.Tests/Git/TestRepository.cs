using System.Diagnostics;

namespace Repro.Cli.Tests.Git;

/// <summary>Makes a git repository of a temporary folder, and commits to it.</summary>
internal sealed class TestRepository(string root) : IDisposable
{
    /// <summary>Commits everything as it is.</summary>
    public void Commit()
    {
        if (!Directory.Exists(Path.Combine(root, ".git")))
        {
            Git("init", "-q", "-b", "main");
        }

        Git("add", "-A");
        Git(
            "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false", "commit", "-q",
            "--allow-empty", "-m", "A change");
    }

    /// <summary>Runs git. The result is its output.</summary>
    public string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", root, .. arguments]) { RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output.Trim();
    }

    // git makes its objects read-only, which keeps Windows from deleting them.
    public void Dispose()
    {
        foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }
    }
}
