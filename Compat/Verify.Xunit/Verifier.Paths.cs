using VerifyTests;

namespace VerifyXunit;

public static partial class Verifier
{
    /// <summary>Decides where the snapshots of all tests lie. Call it in a module initializer.</summary>
    /// <param name="derivePathInfo">Gives the folder and names of a test's snapshot.</param>
    /// <exception cref="InvalidOperationException">A verification has run already.</exception>
    public static void DerivePathInfo(DerivePathInfo derivePathInfo)
    {
        ArgumentNullException.ThrowIfNull(derivePathInfo);
        GlobalSettings.Process.Configure(global => global.DerivePathInfo = derivePathInfo);
    }

    /// <summary>Puts all snapshots into a folder of the test project. Call it in a module initializer.</summary>
    /// <param name="directory">Relative to the project's folder.</param>
    /// <exception cref="InvalidOperationException">A verification has run already.</exception>
    public static void UseProjectRelativeDirectory(string directory) =>
        DerivePathInfo((_, projectDirectory, _, _) => new PathInfo(Path.Combine(projectDirectory, directory)));

    /// <summary>Puts the snapshots of each source file into a folder beside it. Call it in a module initializer.</summary>
    /// <param name="directory">Relative to the source file's folder.</param>
    /// <exception cref="InvalidOperationException">A verification has run already.</exception>
    public static void UseSourceFileRelativeDirectory(string directory) =>
        DerivePathInfo((_, _, _, _) => new PathInfo(directory));
}
