using Repro.Runtime.Training;

namespace Repro.Runtime.Tests.Training;

public class EpochAverageTests
{
    [Fact]
    public void ASingleStepIsItsOwnAverageBitForBit()
    {
        var random = new Random(11);
        for (var i = 0; i < 100_000; i++)
        {
            var value = BitConverter.UInt32BitsToSingle((uint)random.NextInt64(1L << 32));
            if (!float.IsFinite(value))
            {
                continue;
            }

            var average = new EpochAverage();
            average.Add(new StepLoss(value, [new("a", value)]), random.Next(1, 100_000));
            var result = average.ToResult(1, "");
            Assert.Equal(BitConverter.SingleToUInt32Bits(value == 0 ? 0f : value), BitConverter.SingleToUInt32Bits(result.Loss));
        }
    }

    [Fact]
    public void StepsAreWeightedByTheirImages()
    {
        var average = new EpochAverage();
        average.Add(new StepLoss(1, [new("a", 10), new("b", 3)]), 3);
        average.Add(new StepLoss(5, [new("a", 20), new("b", 3)]), 1);
        var result = average.ToResult(4, "h");
        Assert.Equal((4, 2f, "h"), (result.Epoch, result.Loss, result.RunningHash));
        Assert.Equal([new("a", 12.5f), new("b", 3)], result.Terms);
    }
}
