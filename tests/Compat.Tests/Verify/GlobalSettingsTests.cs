namespace Repro.Compat.Tests.Snapshots;

public sealed class GlobalSettingsTests : IDisposable
{
    private readonly SnapshotFolder folder = new();

    public void Dispose() => folder.Dispose();

    private Task<VerifyResult> Run(GlobalSettings global, string text) => new SnapshotVerification(
        new TestCase(folder["T.cs"], typeof(GlobalSettingsTests).GetMethod(nameof(Dispose))!), new VerifySettings(), global)
        .Run([new Target("txt", text)]);

    [Fact]
    public async Task CannotChangeOnceAVerificationHasRun()
    {
        folder.Write("a.verified.txt", "text");
        await folder.Verify("text");

        var exception = Assert.ThrowsAny<Exception>(VerifierSettings.UseUtf8NoBom);

        Assert.Contains("must be called prior to any Verify has run", exception.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => VerifierSettings.AutoVerify());
        Assert.ThrowsAny<Exception>(() => UseProjectRelativeDirectory("Snapshots"));
    }

    [Fact]
    public async Task ADerivedPathNamesFolderAndFile()
    {
        var global = new GlobalSettings
        {
            DerivePathInfo = (source, project, type, method) =>
                new PathInfo(Path.Combine(Path.GetDirectoryName(source)!, "derived"), type.Name + "X", method.Name + "Y"),
        };

        await Assert.ThrowsAnyAsync<Exception>(() => Run(global, "text"));

        Assert.True(File.Exists(folder["derived/GlobalSettingsTestsX.DisposeY.received.txt"]));
    }

    [Fact]
    public async Task DifferencesCanBeAcceptedEverywhere()
    {
        await Run(new GlobalSettings { AutoAccept = new AutoAccept(ThrowException: false) }, "text");

        Assert.Equal(["GlobalSettingsTests.Dispose.verified.txt"], folder.Files);
    }

    [Fact]
    public async Task PrefixesCanBeRepeatedEverywhere()
    {
        folder.Write("GlobalSettingsTests.Dispose.verified.txt", "text");
        var global = new GlobalSettings { RepeatedPrefixesAllowed = true };

        await Run(global, "text");
        await Run(global, "text");
    }
}
