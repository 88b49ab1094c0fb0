using System.Runtime.CompilerServices;

namespace Repro.Generators.Tests;

/// <summary>Files of this repository.</summary>
internal static class Repository
{
    public static string Path(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Folder(), "..", "..", relative));

    private static string Folder([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
