using Repro.Runtime;
using Repro.Runtime.Files;

namespace Repro.Cli.Context;

/// <summary>Finds the folder that holds <c>experiments.yaml</c>.</summary>
internal static class RepositoryRoot
{
    private const string Marker = "experiments.yaml";

    /// <summary>The first folder with the file, going up from each of <paramref name="starts"/> in turn.</summary>
    /// <exception cref="ReproException">There is none.</exception>
    public static string Find(params IEnumerable<string> starts) =>
        starts.SelectMany(Upwards).FirstOrDefault(folder => RegularFile.Exists(Path.Combine(folder, Marker)))
            ?? throw new ReproException(
                $"There is no {Marker} in '{starts.First()}' or a folder above it. Run repro inside the repository.");

    private static IEnumerable<string> Upwards(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
