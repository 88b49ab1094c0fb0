using System.Text.Json;
using Repro.Runtime.Files;

namespace Repro.Runtime.Runs;

/// <summary>
/// Keeps other processes away from the folder of a run: a lock of the operating system on a file beside the folder. The lock ends with its
/// process; the file stays. A second file names the owner.
/// </summary>
public sealed class RunLock : IDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { TypeInfoResolver = RunJsonContext.Default };

    private readonly IDisposable file;
    private readonly string ownerPath;

    private RunLock(IDisposable file, string ownerPath) => (this.file, this.ownerPath) = (file, ownerPath);

    /// <summary>Takes the lock, or gives <c>null</c> when another process has it.</summary>
    /// <exception cref="ReproException">The file cannot be written, or a file is in the place of a folder that the run needs.</exception>
    public static RunLock? TryTake(RunFolder folder, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);
        folder.RequireNoFileInItsPlace();
        IDisposable? file;
        try
        {
            file = LockFile.TryTake(PathOf(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw folder.NotWritable(e);
        }

        return file is null ? null : Own(file, OwnerPathOf(folder), clock);
    }

    private static RunLock Own(IDisposable file, string ownerPath, TimeProvider clock)
    {
        var owner = new RunLockOwner(Environment.ProcessId, Environment.MachineName, clock.GetUtcNow());
        try
        {
            AtomicFile.WriteText(ownerPath, JsonSerializer.Serialize(owner, Options) + "\n");
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
        return LockFile.IsTaken(PathOf(folder));
    }

    /// <summary>
    /// The process that has the lock, or that had it last and ended without releasing it; <c>null</c> when that is unknown.
    /// </summary>
    public static RunLockOwner? OwnerOf(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            return JsonSerializer.Deserialize<RunLockOwner>(RegularFile.ReadAllText(OwnerPathOf(folder)), Options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Releases the lock.</summary>
    public void Dispose()
    {
        try
        {
            RegularFile.Delete(ownerPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next owner overwrites it.
        }

        file.Dispose();
    }

    private static string PathOf(RunFolder folder) => folder.Path + ".lock";

    private static string OwnerPathOf(RunFolder folder) => PathOf(folder) + ".json";
}
