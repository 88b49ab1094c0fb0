using System.Text.Json;
using Repro.Runtime.Files;

namespace Repro.Runtime.Runs;

/// <summary>
/// Keeps other processes away from the artifacts of a run. It is the operating system's lock on a file beside the folder, which ends with its
/// process, however that ends; the file stays. A second file says who holds it.
/// </summary>
public sealed class RunLock : IDisposable
{
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly FileStream file;
    private readonly string ownerPath;

    private RunLock(FileStream file, string ownerPath) => (this.file, this.ownerPath) = (file, ownerPath);

    /// <summary>Takes the lock, or gives <c>null</c> when another process has it.</summary>
    /// <exception cref="ReproException">The file cannot be written, or another lies where the run needs a folder.</exception>
    public static RunLock? TryTake(RunFolder folder, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);
        folder.RequireNoFileInItsPlace();
        var path = PathOf(folder);
        FileStream? file;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            file = TryOpen(path, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"The artifacts folder '{folder.Path}' is not writable: {e.Message} Make it writable, or move it away.", e);
        }

        return file is null ? null : Own(file, OwnerPathOf(folder), clock);
    }

    private static RunLock Own(FileStream file, string ownerPath, TimeProvider clock)
    {
        var owner = new RunLockOwner(Environment.ProcessId, Environment.MachineName, clock.GetUtcNow());
        try
        {
            AtomicFile.WriteText(ownerPath, JsonSerializer.Serialize(owner, JsonSerializerOptions.Web) + "\n");
            return new RunLock(file, ownerPath);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether a process has the lock.</summary>
    public static bool IsTaken(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = PathOf(folder);
        try
        {
            using var file = File.Exists(path) ? TryOpen(path, FileAccess.Read, FileShare.ReadWrite) : Stream.Null;
            return file is null;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The process that has the lock, or had it last and did not come to give it back; <c>null</c> when it cannot be told.</summary>
    public static RunLockOwner? OwnerOf(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            return JsonSerializer.Deserialize<RunLockOwner>(File.ReadAllText(OwnerPathOf(folder)), JsonSerializerOptions.Web);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(ownerPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next owner writes over it.
        }

        file.Dispose();
    }

    // Who only looks whether the lock is taken has it for a moment, too.
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

    private static string PathOf(RunFolder folder) => folder.Path + ".lock";

    private static string OwnerPathOf(RunFolder folder) => PathOf(folder) + ".json";
}
