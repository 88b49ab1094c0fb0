
namespace Repro.Generators.Tests.Documentation;

/// <summary>A file of the repository that comes from the declarations of the language.</summary>
internal static class Published
{
    /// <summary>Asserts that a file contains a text; with <c>REPRO_UPDATE=1</c> it writes the text instead.</summary>
    public static void Is(string relative, string expected)
    {
        var path = Repository.Path(relative);
        if (Environment.GetEnvironmentVariable("REPRO_UPDATE") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == expected,
            $"{relative} is not what the model gives; 'REPRO_UPDATE=1 dotnet test tests/Generators.Tests --filter Documentation' writes "
            + "it anew");
    }
}
