using Repro.Cli.Progress;
using Repro.Runtime.Training;

namespace Repro.Cli.Tests.Progress;

public class TrainingProgressTests
{
    [Fact]
    public void ItSaysHowLongTheRestTakes()
    {
        var clock = new Clock();
        var lines = new List<string>();
        var progress = new TrainingProgress("vae-70", 300, clock);
        progress.Advanced += (_, line) => lines.Add(line);
        clock.Seconds = 20;
        progress.EpochEnded(new EpochResult(1, 1234.5678f, [], ""));
        clock.Seconds = 30;
        progress.EpochEnded(new EpochResult(150, 0.5f, [], ""));
        progress.EpochEnded(new EpochResult(300, 0.25f, [], "") { Validation = [new("validation loss", 0.75f)] });
        Assert.Equal(
            ["vae-70  epoch 1/300  loss 1234.57  1:39:40 left", "vae-70  epoch 150/300  loss 0.5  0:00:30 left", "vae-70  epoch 300/300 "
                + " loss 0.25  validation loss 0.75  done"], lines);
        Assert.Equal(300, progress.Epoch);
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
