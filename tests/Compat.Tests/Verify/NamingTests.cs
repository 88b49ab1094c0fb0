using static Repro.Compat.Tests.Snapshots.SnapshotFolder;

namespace Repro.Compat.Tests.Snapshots;

public sealed class NamingTests : IDisposable
{
    private readonly SnapshotFolder folder = new();

    public void Dispose() => folder.Dispose();

    private async Task<string> NameOf(SettingsTask verification)
    {
        await FailureOf(verification.UseDirectory(folder.Path));
        return Assert.Single(folder.Files);
    }

    [Fact]
    public async Task ASnapshotIsNamedAfterClassAndMethod() => Assert.Equal(
        "NamingTests.ASnapshotIsNamedAfterClassAndMethod.received.txt", await NameOf(Verify("text")));

    [Fact]
    public async Task ClassAndMethodCanBeRenamed() =>
        Assert.Equal("C.M.received.json", await NameOf(Verify("{}", "json").UseTypeName("C").UseMethodName("M")));

    [Fact]
    public async Task AFileNameStandsForClassAndMethod() =>
        Assert.Equal("vae-70.received.txt", await NameOf(Verify("text").UseFileName("vae-70")));

    [Theory]
    [InlineData(1, "x")]
    public async Task ParametersFollowTheMethodInItsOrder(int number, string text) => Assert.Equal(
        "C.M_number=1_text=x.received.txt",
        await NameOf(Verify("text").UseTypeName("C").UseMethodName("M").UseParameters(number, text)));

    [Theory]
    [InlineData(1, "x")]
    public async Task FewerParametersThanTheMethodHasAreFine(int number, string text) => Assert.Equal(
        "C.M_number=1.received.txt",
        await NameOf(Verify(text).UseTypeName("C").UseMethodName("M").UseParameters(number)));

    [Theory]
    [InlineData(1)]
    public async Task MoreParametersThanTheMethodHasAreAnError(int number)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => Verify("text").UseDirectory(folder.Path).UseParameters(number, 2).ToTask());

        Assert.Contains("UseParameters got 2 values", exception.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task ATextCanStandForParameters() => Assert.Equal(
        "C.M_first.received.txt",
        await NameOf(Verify("text").UseTypeName("C").UseMethodName("M").UseTextForParameters("first")));

    [Fact]
    public void NamesThatExcludeEachOtherAreAnError()
    {
        Assert.ThrowsAny<Exception>(() => { Verify("").UseFileName("a").UseMethodName("b"); });
        Assert.ThrowsAny<Exception>(() => { Verify("").UseTypeName("b").UseFileName("a"); });
        Assert.ThrowsAny<Exception>(() => { Verify("").UseParameters(1).UseFileName("a"); });
        Assert.ThrowsAny<Exception>(() => { Verify("").UseParameters(1).UseTextForParameters("a"); });
    }

    [Theory]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    public void ANameThatNoFileCanHaveIsAnError(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => { Verify("").UseFileName(name); });

    [Fact]
    public async Task TargetsOfOneNameAndExtensionAreNumbered()
    {
        await FailureOf(folder.Verify(
            new Target("txt", "alone"),
            Binary("png", [1]), Binary("png", [2]),
            new Target("txt", "named", "x"),
            Binary("png", [3], "y"), Binary("png", [4], "y")));

        Assert.Equal(
            [
                "a#00.received.png", "a#01.received.png", "a#x.received.txt", "a#y.00.received.png", "a#y.01.received.png",
                "a.received.txt",
            ],
            folder.Files);
    }

    [Fact]
    public async Task AppendedContentBelongsToTheSnapshot()
    {
        await FailureOf(folder.Verify("text")
            .AppendContentAsFile("more", name: "more")
            .AppendContentAsFile([1, 2], "png")
            .AppendContentAsFile(new System.Text.StringBuilder("a,b"), "csv"));

        Assert.Equal(["a#more.received.txt", "a.received.csv", "a.received.png", "a.received.txt"], folder.Files);
    }

    [Fact]
    public async Task ARelativeDirectoryStartsAtTheSourceFileAndIsCreated()
    {
        var verification = new SnapshotVerification(
            new TestCase(folder["Tests.cs"], typeof(NamingTests).GetMethod(nameof(Dispose))!), Relative(), new GlobalSettings());

        await Assert.ThrowsAnyAsync<Exception>(() => verification.Run([new Target("txt", "text")]));

        Assert.True(File.Exists(folder["Snapshots/NamingTests.Dispose.received.txt"]));

        static VerifySettings Relative()
        {
            var settings = new VerifySettings();
            settings.UseDirectory("Snapshots");
            return settings;
        }
    }

    public sealed class Nested
    {
        [Fact]
        public async Task ANestedClassIsNamedWithTheOuterOne()
        {
            using var folder = new SnapshotFolder();

            await FailureOf(Verify("text").UseDirectory(folder.Path));

            Assert.Equal(
                ["NamingTests.Nested.ANestedClassIsNamedWithTheOuterOne.received.txt"], folder.Files);
        }
    }

    [Fact]
    public async Task TheSamePrefixTwiceIsAnErrorUnlessAllowed()
    {
        folder.Write("a.verified.txt", "text");
        await folder.Verify("text");

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => folder.Verify("text").ToTask());

        Assert.StartsWith("The prefix has already been used", exception.Message, StringComparison.Ordinal);
        await folder.Verify("text").DisableRequireUniquePrefix();
    }
}
