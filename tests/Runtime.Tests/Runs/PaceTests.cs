using Repro.Runtime.Runs;

namespace Repro.Runtime.Tests.Runs;

public class PaceTests
{
    [Theory]
    // An action that takes no time runs once a second; one that takes 0.2 seconds runs every 20.2 seconds.
    [InlineData(0, 20)]
    [InlineData(200, 1)]
    public void ItIsDoneNowAndThen(int milliseconds, int expected)
    {
        var clock = new ManualClock();
        var pace = new Pace(clock);
        var done = 0;
        for (clock.Milliseconds = 0; clock.Milliseconds < 20_000; clock.Milliseconds += 100)
        {
            pace.Do(() =>
            {
                done++;
                clock.Milliseconds += milliseconds;
            });
        }

        Assert.Equal(expected, done);
    }

    private sealed class ManualClock : TimeProvider
    {
        public long Milliseconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Milliseconds;
    }
}
