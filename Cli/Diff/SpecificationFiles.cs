namespace Repro.Cli.Diff;

/// <summary>Which files specify the experiments: <c>experiments.yaml</c> and the files that it may include.</summary>
internal static class SpecificationFiles
{
    public const string Main = "experiments.yaml";

    public const string Folder = "experiments";

    /// <summary>
    /// Whether a path, relative to the folder of <c>experiments.yaml</c> and with forward slashes, is that of such a file.
    /// </summary>
    public static bool Contain(string path) =>
        path == Main || (Path.GetDirectoryName(path) == Folder && path.EndsWith(".yaml", StringComparison.Ordinal));
}
