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
    public async Task A_snapshot_is_named_after_class_and_method() => Assert.Equal(
        "NamingTests.A_snapshot_is_named_after_class_and_method.received.txt", await NameOf(Verify("text")));

    [Fact]
    public async Task Class_and_method_can_be_renamed() =>
        Assert.Equal("C.M.received.json", await NameOf(Verify("{}", "json").UseTypeName("C").UseMethodName("M")));

    [Fact]
    public async Task A_file_name_stands_for_class_and_method() =>
        Assert.Equal("vae-70.received.txt", await NameOf(Verify("text").UseFileName("vae-70")));

    [Theory]
    [InlineData(1, "x")]
    public async Task Parameters_follow_the_method_in_its_order(int number, string text) => Assert.Equal(
        "C.M_number=1_text=x.received.txt",
        await NameOf(Verify("text").UseTypeName("C").UseMethodName("M").UseParameters(number, text)));

    [Theory]
    [InlineData(1, "x")]
    public async Task Fewer_parameters_than_the_method_has_are_fine(int number, string text) => Assert.Equal(
        "C.M_number=1.received.txt",
        await NameOf(Verify(text).UseTypeName("C").UseMethodName("M").UseParameters(number)));

    [Theory]
    [InlineData(1)]
    public async Task More_parameters_than_the_method_has_are_an_error(int number)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => Verify("text").UseDirectory(folder.Path).UseParameters(number, 2).ToTask());

        Assert.Contains("UseParameters got 2 values", exception.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task A_text_can_stand_for_parameters() => Assert.Equal(
        "C.M_first.received.txt",
        await NameOf(Verify("text").UseTypeName("C").UseMethodName("M").UseTextForParameters("first")));

    [Fact]
    public void Names_that_exclude_each_other_are_an_error()
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
    public void A_name_that_no_file_can_have_is_an_error(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => { Verify("").UseFileName(name); });

    [Fact]
    public async Task Targets_of_one_name_and_extension_are_numbered()
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
    public async Task Appended_content_belongs_to_the_snapshot()
    {
        await FailureOf(folder.Verify("text")
            .AppendContentAsFile("more", name: "more")
            .AppendContentAsFile([1, 2], "png")
            .AppendContentAsFile(new System.Text.StringBuilder("a,b"), "csv"));

        Assert.Equal(["a#more.received.txt", "a.received.csv", "a.received.png", "a.received.txt"], folder.Files);
    }

    [Fact]
    public async Task A_relative_directory_starts_at_the_source_file_and_is_created()
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
        public async Task A_nested_class_is_named_with_the_outer_one()
        {
            using var folder = new SnapshotFolder();

            await FailureOf(Verify("text").UseDirectory(folder.Path));

            Assert.Equal(
                ["NamingTests.Nested.A_nested_class_is_named_with_the_outer_one.received.txt"], folder.Files);
        }
    }

    [Fact]
    public async Task The_same_prefix_twice_is_an_error_unless_allowed()
    {
        folder.Write("a.verified.txt", "text");
        await folder.Verify("text");

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => folder.Verify("text").ToTask());

        Assert.StartsWith("The prefix has already been used", exception.Message, StringComparison.Ordinal);
        await folder.Verify("text").DisableRequireUniquePrefix();
    }
}
