using Repro.Engine.Optim.Schedules;

namespace Repro.Engine.Tests.Optim.Schedules;

public class CurveTests
{
    // The polynomial of the engine's cosine leaves at most (π/4)¹⁴ / 14! = 4e-13 behind.
    [Fact]
    public void TheCosineIsNearThePlatformsForAnyNumberOfTurns()
    {
        var random = new System.Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var x = (random.NextDouble() - 0.5) * Math.ScaleB(1, i % 40);
            Assert.Equal(Math.Cos(Math.PI * (x - (2 * Math.Round(x / 2)))), Curve.CosPi(x), 5e-13);
        }

        Assert.Equal([1, -1, 1, -1], [Curve.CosPi(0), Curve.CosPi(1), Curve.CosPi(2), Curve.CosPi(1_000_001)]);
    }

    [Fact]
    public void PowersMultiply()
    {
        Assert.Equal([1, 0.5, 0.25, 1.0 / 1024], [Curve.Power(0.5, 0), Curve.Power(0.5, 1), Curve.Power(0.5, 2), Curve.Power(0.5, 10)]);
        Assert.Equal(0.1 * 0.1 * 0.1, Curve.Power(0.1, 3));
    }
}
