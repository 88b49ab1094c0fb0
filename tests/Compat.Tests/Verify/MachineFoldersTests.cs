namespace Repro.Compat.Tests.Snapshots;

public sealed class MachineFoldersTests
{
    private readonly MachineFolders folders = new(
    [
        ("/home/me", "{UserProfile}"), ("/home/me/repro/", "{SolutionDirectory}"), (null, "{Missing}"), ("/", "{Root}"),
    ]);

    [Theory]
    [InlineData("/home/me", "{UserProfile}")]
    [InlineData("in /home/me/a.txt.", "in {UserProfile}a.txt.")]
    [InlineData("/home/me/repro/a", "{SolutionDirectory}a")]
    [InlineData("\\home\\me\\repro\\a", "{SolutionDirectory}a")]
    [InlineData("/home/me2", "/home/me2")]
    [InlineData("x/home/me", "x/home/me")]
    [InlineData("'/home/me' '/home/me/repro'", "'{UserProfile}' '{SolutionDirectory}'")]
    [InlineData("", "")]
    public void AFolderIsReplacedWhereItStandsAsAWhole(string text, string expected) =>
        Assert.Equal(expected, folders.Replace(text));
}
