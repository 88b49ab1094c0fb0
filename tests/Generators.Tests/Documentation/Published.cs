
namespace Repro.Generators.Tests.Documentation;

/// <summary>A file of the repository that is made of the language's model.</summary>
internal static class Published
{
    /// <summary>Asserts that a file holds a text, or with <c>REPRO_UPDATE=1</c> writes it.</summary>
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
