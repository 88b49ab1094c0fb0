namespace Repro.Compat.Tests.ImageSharp;

/// <summary>A folder of files that a script in this folder wrote, and what another program than ours makes of them.</summary>
internal sealed class ReferenceFiles
{
    private readonly string folder;

    private ReferenceFiles(string name) => folder = Path.Combine(RepositoryRoot(), "tests", "Compat.Tests", "ImageSharp", name);

    /// <summary>Written by make_jpegs.py with libjpeg-turbo's programs.</summary>
    internal static ReferenceFiles Jpeg { get; } = new("Jpeg");

    /// <summary>Written by make_pngs.py, and decoded with libpng.</summary>
    internal static ReferenceFiles Png { get; } = new("Png");

    /// <summary>Name, size and the SHA-256 of the pixels' bytes of each.</summary>
    internal IEnumerable<string[]> Expected => File.ReadAllLines(Path.Combine(folder, "expected.txt")).Select(line => line.Split(' '));

    internal byte[] Read(string name) => File.ReadAllBytes(Path.Combine(folder, name));

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
