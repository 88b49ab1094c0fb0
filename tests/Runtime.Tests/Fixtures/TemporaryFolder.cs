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
    /// A folder in memory, on systems that have one. It is for tests that write thousands of files and do not test the disk: flushing would
    /// take most of their time.
    /// </summary>
    public static TemporaryFolder InMemory() => OperatingSystem.IsLinux() && Directory.Exists(Memory)
        ? new(Directory.CreateDirectory(System.IO.Path.Combine(Memory, $"repro-{Guid.NewGuid():N}")).FullName)
        : new();

    public string Join(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
