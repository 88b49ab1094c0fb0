namespace Repro.Runtime.Tests.Fixtures;

internal sealed class TemporaryFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public TemporaryFolder()
        : this(Directory.CreateTempSubdirectory("repro-").FullName)
    {
    }

    private TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>
    /// A folder in memory where the system has such a place: for what writes thousands of files, and is not about the disk, whose flushes
    /// take most of the time.
    /// </summary>
    public static TemporaryFolder InMemory() => OperatingSystem.IsLinux() && Directory.Exists(Memory)
        ? new(Directory.CreateDirectory(System.IO.Path.Combine(Memory, $"repro-{Guid.NewGuid():N}")).FullName)
        : new();

    public string Join(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
