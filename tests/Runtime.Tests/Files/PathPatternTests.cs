using Repro.Runtime.Files;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Files;

public sealed class PathPatternTests : IDisposable
{
    private static readonly string[] Files =
    [
        "a.png", "B.png", "b.png", "a10.png", "a2.png", "x.PNG", "x.jpg", ".hidden.png",
        "cats/c1.png", "cats/c2.png", "cats/young/c3.png", "dogs/d1.png", "dogs/young/d2.png", ".git/g.png", "dogs/.cache/h.png",
    ];

    private readonly TemporaryFolder root = new();

    public PathPatternTests()
    {
        // The order of creation must not matter.
        foreach (var file in Files.Reverse())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(root.Join(file))!);
            File.WriteAllText(root.Join(file), "");
        }
    }

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData("*.png", "B.png a.png a10.png a2.png b.png")]
    [InlineData("a*.png", "a.png a10.png a2.png")]
    [InlineData("?.png", "B.png a.png b.png")]
    [InlineData("x.*", "x.PNG x.jpg")]
    [InlineData("cats/*.png", "cats/c1.png cats/c2.png")]
    [InlineData("*/*.png", "cats/c1.png cats/c2.png dogs/d1.png")]
    [InlineData("*/young/*", "cats/young/c3.png dogs/young/d2.png")]
    [InlineData("**/*.png", "B.png a.png a10.png a2.png b.png cats/c1.png cats/c2.png cats/young/c3.png dogs/d1.png dogs/young/d2.png")]
    [InlineData("**/**/?1.png", "cats/c1.png dogs/d1.png")]
    [InlineData("**/young/**/*.png", "cats/young/c3.png dogs/young/d2.png")]
    [InlineData("cats/**/*.png", "cats/c1.png cats/c2.png cats/young/c3.png")]
    [InlineData("none/*.png", "")]
    public void TheFilesThatMatchComeInOrdinalOrder(string pattern, string expected) =>
        Assert.Equal(expected, string.Join(' ', new PathPattern(pattern).Find(root.Path)));

    [Fact]
    public void AFolderThatHoldsItselfComesToAnEnd()
    {
        File.CreateSymbolicLink(root.Join("dogs", "again"), root.Path);
        File.CreateSymbolicLink(root.Join("cats", "other"), root.Join("dogs"));
        Assert.Equal(["dogs/d1.png"], new PathPattern("**/d1.png").Find(root.Path));
        Assert.Equal(["cats/other/d1.png"], new PathPattern("cats/other/*.png").Find(root.Path));
    }
}
