using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Processes;

/// <summary>
/// Real signals to real processes. A console interrupt cannot be sent to one process alone on Windows, so these are for other systems.
/// </summary>
public sealed class SignalTests : IDisposable
{
    private static readonly string[] Command = ["run", "stuck", "--epochs", "10"];
    private readonly TemporaryFolder root = new();

    public SignalTests()
    {
        File.WriteAllText(root.Join("experiments.yaml"), "");
        Tiny.WriteImages(root.Path, 8);
    }

    public void Dispose() => root.Dispose();

    [SignalTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task ASignalLetsTheStepFinishAndKeepsTheState(string signal, int code)
    {
        using var process = TinyProcess.Start(root.Path, Command);
        await IsStuck(process);
        process.Signal(signal);
        await Task.Delay(200);
        await Unstick();
        var result = await process.End();
        Assert.Equal(code, result.Code);
        Assert.Matches(
            @"\AStopped: stuck after epoch \d of 10. Its state after .* is kept; go on with: repro run stuck --epochs 10\r?\n\z",
            result.Error);
        Assert.DoesNotContain('\u001b', result.Out);

        var rest = await TinyProcess.Run(root.Path, Command);
        Assert.Equal((0, ""), (rest.Code, rest.Error));
        Assert.Contains("stuck goes on after ", rest.Out, StringComparison.Ordinal);
        var parts = Results();
        Assert.Equal(0, (await TinyProcess.Run(root.Path, [.. Command, "--fresh"])).Code);
        Assert.Equal(Results(), parts);
    }

    [SignalFact]
    public async Task ASecondInterruptEndsTheProgramAtOnce()
    {
        using var process = TinyProcess.Start(root.Path, "run", "stuck");
        await IsStuck(process);
        process.Signal("INT");
        await Task.Delay(500);
        Assert.False(process.HasExited);
        process.Signal("INT");
        Assert.Equal(130, (await process.End()).Code);
    }

    [SignalFact]
    public async Task APipeThatIsClosedDoesNotKeepARunFromStopping()
    {
        using var process = await TinyProcess.StartAndCloseOutput(root.Path, Command);
        await IsStuck(process);
        process.Signal("INT");
        await Task.Delay(200);
        await Unstick();
        Assert.Equal(130, (await process.End()).Code);
        Assert.Contains("stuck goes on after ", (await TinyProcess.Run(root.Path, Command)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoProcessesDoNotRunTheSameExperimentAndAKilledOneDoesNotBlock()
    {
        using var process = TinyProcess.Start(root.Path, "run", "stuck");
        await IsStuck(process);
        var refused = await TinyProcess.Run(root.Path, "run", "stuck");
        Assert.Equal(1, refused.Code);
        Assert.Matches(
            $@"\Arepro: stuck is being run already, by process {process.Id} on \S+ since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC. Wait for it with --wait, or stop it first.\r?\n\z",
            refused.Error);
        Assert.Equal(0, (await TinyProcess.Run(root.Path, "run", "tiny", "--epochs", "1")).Code);

        await process.Kill();
        File.Delete(root.Join("stuck"));
        using var next = TinyProcess.Start(root.Path, "run", "stuck");
        await IsStuck(next);
    }

    private Task Unstick() => File.WriteAllTextAsync(root.Join("go"), "");

    private async Task IsStuck(TinyProcess process)
    {
        while (!File.Exists(root.Join("stuck")))
        {
            if (process.HasExited)
            {
                Assert.Fail($"The program ended: {(await process.End()).Error}");
            }

            await Task.Delay(10);
        }
    }

    private string Results() =>
        string.Join(
            '\n',
            ((string[])["snapshot.txt", "losses.csv"]).Select(file => File.ReadAllText(root.Join("artifacts", "stuck.epochs-10", file))));
}
