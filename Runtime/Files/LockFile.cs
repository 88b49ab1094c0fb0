namespace Repro.Runtime.Files;

/// <summary>A file that one process holds. The operating system releases it when the process ends, even after a crash.</summary>
internal static class LockFile
{
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the file, creating it where it is missing; <c>null</c> when another process holds it.</summary>
    /// <exception cref="IOException">The file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be created.</exception>
    public static IDisposable? TryTake(string path)
    {
        Folders.Create(Path.GetDirectoryName(path)!);
        return TryOpen(path, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Whether a process holds the file; one that may not be opened counts as free.</summary>
    public static bool IsTaken(string path)
    {
        try
        {
            using var file = File.Exists(path) ? TryOpenShared(path) : Stream.Null;
            return file is null;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    // To read a pipe is to wait for somebody who writes; to read and write it is not.
    private static FileStream? TryOpenShared(string path)
    {
        try
        {
            return TryOpen(path, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException)
        {
            return TryOpen(path, FileAccess.Read, FileShare.ReadWrite);
        }
    }

    // A process that only asks whether the file is taken holds it for a moment, too.
    private static FileStream? TryOpen(string path, FileAccess access, FileShare share)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, access, share);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (attempt == Attempts)
                {
                    return null;
                }

                Thread.Sleep(Pause);
            }
        }
    }
}
