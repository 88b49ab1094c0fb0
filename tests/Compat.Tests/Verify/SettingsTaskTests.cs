namespace Repro.Compat.Tests.Snapshots;

public sealed class SettingsTaskTests
{
    [Fact]
    public async Task RunsWhenAwaitedAndOnce()
    {
        var runs = 0;
        var task = new SettingsTask(null, _ =>
        {
            runs++;
            return Task.FromResult<VerifyResult>(null!);
        });

        Assert.Equal(0, runs);
        await task;
        await task.ToTask();
        Task<VerifyResult> converted = task;
        await converted;
        await task.ConfigureAwait(true);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task SettingsAreCopiedAndClosedByAwaiting()
    {
        var given = new VerifySettings();
        given.UseDirectory("given");
        VerifySettings? used = null;
        var task = new SettingsTask(given, current =>
        {
            used = current;
            return Task.FromResult<VerifyResult>(null!);
        });

        given.UseDirectory("later");
        await task.DisableDiff().UseMethodName("M");

        Assert.Equal("given", used!.Directory);
        Assert.Equal("M", used.Name.MethodName);
        Assert.Null(given.Name.MethodName);
        Assert.ThrowsAny<Exception>(() => task.CurrentSettings);
        Assert.ThrowsAny<Exception>(() => { _ = task.UseMethodName("N"); });
    }
}
