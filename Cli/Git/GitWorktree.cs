using Repro.Runtime;

namespace Repro.Cli.Git;

/// <summary>A commit that is checked out into a temporary folder. Disposing deletes the folder.</summary>
internal sealed class GitWorktree : IDisposable
{
    private readonly GitRepository repository;
    private readonly string temporary;

    private GitWorktree(GitRepository repository, string temporary)
    {
        (this.repository, this.temporary) = (repository, temporary);
        Folder = Path.Combine([Tree, .. repository.Prefix.Split('/', StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>The folder of <c>experiments.yaml</c> in this commit. It may be missing.</summary>
    public string Folder { get; }

    private string Tree => Path.Combine(temporary, "tree");

    /// <summary>Checks the commit out.</summary>
    /// <exception cref="ReproException">There is no room for it, or git fails.</exception>
    public static GitWorktree Add(GitRepository repository, string commit)
    {
        GitWorktree worktree;
        try
        {
            worktree = new GitWorktree(repository, Directory.CreateTempSubdirectory("repro-").FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"There is no temporary folder to check a revision out into: {e.Message}", e);
        }

        try
        {
            repository.AddWorktree(worktree.Tree, commit);
            return worktree;
        }
        catch
        {
            worktree.Dispose();
            throw;
        }
    }

    /// <summary>The path for a file beside the checked-out ones. It is deleted with them.</summary>
    public string Join(string name) => Path.Combine(temporary, name);

    public void Dispose()
    {
        var isRemoved = repository.TryRemoveWorktree(Tree);
        try
        {
            Directory.Delete(temporary, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another program holds a file of it. The rest stays among the temporary files.
        }

        // git forgets a worktree whose folder is gone.
        if (!isRemoved)
        {
            repository.TryRemoveWorktree(Tree);
        }
    }
}
