namespace Repro.Cli.Tests.Processes;

/// <summary>Standard output and standard error that are full or closed.</summary>
public sealed class StreamTests : IDisposable
{
    private readonly CliFixture cli = new();

    public void Dispose() => cli.Dispose();

    [ShellTheory]
    [InlineData("list >/dev/full", 1, "repro: The output is incomplete: No space left on device\n")]
    [InlineData("list >&-", 1, "repro: The output is incomplete: the stream is closed.\n")]
    [InlineData("--help >/dev/full", 1, "repro: The output is incomplete: No space left on device\n")]
    [InlineData("check >&-", 1, "repro: The output is incomplete: the stream is closed.\n")]
    [InlineData("run tiny-a >/dev/full", 0, "repro: The output is incomplete: No space left on device\n")]
    [InlineData("run tiny-a >&-", 0, "repro: The output is incomplete: the stream is closed.\n")]
    [InlineData("run tiny-a >&- 2>&-", 0, "")]
    [InlineData("run tiny-a 2>&- >/dev/null", 0, "")]
    [InlineData("run nosuch 2>/dev/full", 2, "")]
    [InlineData("run nosuch 2>&-", 2, "")]
    public async Task ARunGoesOnAndAnAnswerThatNobodyGotIsAFailure(string command, int code, string error)
    {
        var result = await TinyProcess.Script(cli.Root, $"repro {command}");
        Assert.Equal((code, error), (result.Code, result.Error));
        Assert.Equal(command.StartsWith("run tiny-a", StringComparison.Ordinal), File.Exists(cli.Join("artifacts", "tiny-a", "run.json")));
    }

    [ShellFact]
    public async Task AReaderThatHasEnoughIsNoFailure()
    {
        var result = await TinyProcess.Script(cli.Root, "{ repro list; echo $? >code; } | head -1; cat code");
        Assert.Equal("", result.Error);
        Assert.EndsWith("\n0\n", result.Out, StringComparison.Ordinal);
    }

    [ShellFact]
    public async Task NoFileOfARunGetsTheNumberOfAClosedStream()
    {
        var result = await TinyProcess.Script(cli.Root, "repro run tiny-a <&- >&- 2>&- && repro check tiny-a");
        Assert.Equal((0, ""), (result.Code, result.Error));
    }
}
