namespace Repro.Compat.Tests.ImageSharp;

/// <summary>The files that make_jpegs.py in this folder wrote with libjpeg-turbo's programs.</summary>
internal static class JpegFiles
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "tests", "Compat.Tests", "ImageSharp", "Jpeg");

    /// <summary>Name, size and the SHA-256 of the RGB bytes of each.</summary>
    internal static IEnumerable<string[]> Expected => File.ReadAllLines(Path.Combine(Folder, "expected.txt")).Select(line => line.Split(' '));

    internal static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Repro.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return folder.FullName;
    }
}
