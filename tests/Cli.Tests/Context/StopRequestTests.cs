using Repro.Cli.Context;

namespace Repro.Cli.Tests.Context;

public class StopRequestTests
{
    [Fact]
    public void ItIsHeededWhileAnyoneLooks()
    {
        using var source = new CancellationTokenSource();
        var stop = new StopRequest(source);
        Assert.False(stop.IsHeeded);
        using (stop.Heed())
        {
            using (stop.Heed())
            {
                Assert.True(stop.IsHeeded);
            }

            Assert.True(stop.IsHeeded);
        }

        Assert.False(stop.IsHeeded);
        source.Cancel();
        Assert.True(stop.Token.IsCancellationRequested);
    }
}
