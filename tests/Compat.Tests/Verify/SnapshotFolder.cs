using System.Text;

namespace Repro.Compat.Tests.Snapshots;

/// <summary>An empty folder for the snapshots of one test, gone when the test ends.</summary>
internal sealed class SnapshotFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("repro-verify-").FullName;

    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(Path).Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public SettingsTask Verify(string? text, string name = "a") => Verifier.Verify(text).UseDirectory(Path).UseFileName(name);

    public SettingsTask Verify(params Target[] targets) => Verifier.Verify(targets).UseDirectory(Path).UseFileName("a");

    public void Write(string file, string text) => File.WriteAllText(this[file], text, new UTF8Encoding(false));

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(this[file], bytes);

    public string Read(string file) => File.ReadAllText(this[file]);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>The message of a verification that fails.</summary>
    public static async Task<string> FailureOf(SettingsTask verification)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => verification.ToTask());
        Assert.Equal("VerifyException", exception.GetType().FullName);
        return exception.Message;
    }

    public static Target Binary(string extension, byte[] bytes, string? name = null) =>
        new(extension, new MemoryStream(bytes), name);
}
