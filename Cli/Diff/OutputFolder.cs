using Repro.Runtime;
using Repro.Runtime.Files;

namespace Repro.Cli.Diff;

/// <summary>A folder that the user names for what a command writes.</summary>
internal static class OutputFolder
{
    /// <summary>Makes it, and those above it, where they are missing.</summary>
    /// <exception cref="ReproException">It cannot be made.</exception>
    public static void Create(string folder)
    {
        try
        {
            Folders.Create(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"The folder '{folder}' cannot be made: {e.Message}", e);
        }
    }
}
