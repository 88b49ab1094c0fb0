using Repro.Engine.Optim.State;

namespace Repro.Engine.Tests.Optim;

public class RunningPowerTests
{
    [Fact]
    public void OneMinusThePowerHasTheBitsOfRepeatedMultiplication()
    {
        foreach (var number in (ReadOnlySpan<double>)[0, 0.3, 0.9, 0.999])
        {
            var (running, product) = (new RunningPower(), 1.0);
            for (var exponent = 1; exponent < 50_000; exponent++)
            {
                product *= number;
                if (1 - product != 1 - running.Of(number, exponent))
                {
                    Assert.Fail(FormattableString.Invariant($"{number} to the power of {exponent}"));
                }
            }
        }
    }

    [Fact]
    public void AnotherNumberOrASmallerExponentStartsAgain()
    {
        var running = new RunningPower();
        Assert.Equal(0.9 * 0.9 * 0.9, running.Of(0.9, 3));
        Assert.Equal(0.8 * 0.8, running.Of(0.8, 2));
        Assert.Equal(0.8, running.Of(0.8, 1));
        Assert.Equal(0.8, running.Of(0.8, 1));
        Assert.Equal(0.8 * 0.8 * 0.8, running.Of(0.8, 3));
    }
}
