using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Repro.Runtime;

namespace Repro.Cli.Git;

/// <summary>Reads revisions of the git repository that contains a folder. It changes no branch and no file.</summary>
/// <param name="folder">The folder, which need not be the top one.</param>
/// <param name="otherwise">What can be done without a repository, for the message that there is none.</param>
internal sealed class GitRepository(string folder, string otherwise)
{
    /// <summary>The commit that a revision names: a branch, a tag, a hash, <c>HEAD~2</c>.</summary>
    /// <exception cref="ReproException">There is no git, no repository, or no such revision.</exception>
    public string Commit(string revision)
    {
        // So that "no repository" is not reported as "no revision".
        _ = Prefix;
        return Try("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
            ?? throw new ReproException($"There is no revision '{revision}' in the git repository of '{folder}'. If it is a remote one, "
                + "or the clone is shallow: git fetch --unshallow");
    }

    /// <summary>The best common ancestor of two commits, which is what a branch began from.</summary>
    /// <exception cref="ReproException">They have none.</exception>
    public string MergeBase(string left, string right) => Try("merge-base", left, right)
        ?? throw new ReproException($"'{left}' and '{right}' have no common ancestor in the git repository of '{folder}'. If the clone "
            + "is shallow: git fetch --unshallow");

    /// <summary>The path of the folder in the repository: empty, or with a slash at its end.</summary>
    public string Prefix => Text(Require(Run("rev-parse", "--show-prefix")));

    /// <summary>
    /// The files of a commit below paths relative to the folder: their paths, relative to it too, and the names of their contents.
    /// </summary>
    public IReadOnlyDictionary<string, string> Files(string commit, params IEnumerable<string> paths)
    {
        var list = Text(Require(Run(["ls-tree", "-r", "-z", commit, "--", .. paths])));
        return list.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('\t', 2))
            .ToDictionary(entry => entry[1], entry => entry[0].Split(' ')[2], StringComparer.Ordinal);
    }

    /// <summary>What to call a commit that the user named <paramref name="revision"/>: <c>main~2 (0123456789)</c>.</summary>
    public static string NameOf(string revision, string commit) =>
        commit.StartsWith(revision, StringComparison.Ordinal) ? commit[..10] : $"{revision} ({commit[..10]})";

    /// <summary>Checks a commit out into a folder, as a worktree of the repository. Hooks do not run.</summary>
    /// <exception cref="ReproException">It cannot be checked out.</exception>
    public void AddWorktree(string path, string commit) =>
        Require(Run("-c", "core.hooksPath=/dev/null", "worktree", "add", "--detach", path, commit));

    /// <summary>Takes a worktree away, with all that was made in it; says whether that went well.</summary>
    public bool TryRemoveWorktree(string path) => Try("worktree", "remove", "--force", path) is not null;

    /// <summary>A process that reads contents.</summary>
    public GitObjects OpenObjects() => new(Start("cat-file", "--batch"));

    private string? Try(params IEnumerable<string> arguments)
    {
        var result = Run(arguments);
        return result.Code == 0 ? Text(result) : null;
    }

    private GitResult Require(GitResult result) => result.Code == 0
        ? result
        : throw new ReproException(result.Error.Contains("not a git repository", StringComparison.Ordinal)
            ? $"'{folder}' is in no git repository, so there are no revisions to compare. {otherwise}"
            : $"git failed in '{folder}': {result.Error.Trim()}");

    private GitResult Run(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return new GitResult(process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
    }

    private Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        // A path is a path, also when it begins with ':' or holds '*'.
        start.Environment["GIT_LITERAL_PATHSPECS"] = "1";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ReproException(
                $"git cannot be started: {e.Message} Comparing revisions needs it; install git, or put it on the PATH.", e);
        }
    }

    private static string Text(GitResult result) => Encoding.UTF8.GetString(result.Output).TrimEnd('\n');

    private sealed record GitResult(int Code, byte[] Output, string Error);
}
