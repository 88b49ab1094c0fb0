using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

public class PowersTests
{
    // Math.Pow is right to well below half an ulp of binary32; whatever its last bits of binary64 are, one ulp of binary32 covers them.
    [Fact]
    public void PowersAreWithinOneUlp()
    {
        using var scope = NewDisposeScope();
        var random = new System.Random(3);
        var (x, y) = (new float[200_000], new float[200_000]);
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = Math.Abs(Samples.AnyBits(random));
            y[i] = (float)((random.NextDouble() - 0.5) * 200 / Math.Max(1, Math.Abs(Math.Log2(x[i] == 0 ? 1 : x[i]))));
        }

        var actual = tensor(x).pow(tensor(y)).Values();
        for (var i = 0; i < x.Length; i++)
        {
            var expected = (float)Math.Pow(x[i], y[i]);
            Assert.True(
                actual[i].Equals(expected)
                    || Math.Abs(BitConverter.SingleToInt32Bits(actual[i]) - BitConverter.SingleToInt32Bits(expected)) <= 1,
                FormattableString.Invariant($"{x[i]:R}^{y[i]:R} is {actual[i]:R}, {expected:R} expected"));
        }
    }

    [Fact]
    public void SpecialOperandsAreThoseOfIEEE754()
    {
        using var scope = NewDisposeScope();
        foreach (var x in Samples.Special.Append(-2).Append(-0.5f))
        {
            var exponents = new[]
            {
                0, -0f, 1, -1, 2, -2, 3, -3, 0.5f, -0.5f, 2.5f, -2.5f, 7, float.PositiveInfinity, float.NegativeInfinity, float.NaN,
            };
            var actual = tensor(x).pow(tensor(exponents)).Values();
            for (var i = 0; i < exponents.Length; i++)
            {
                var expected = (float)Math.Pow(x, exponents[i]);
                var near = actual[i].Equals(expected) || Math.Abs(actual[i] - expected) <= 1e-6 * Math.Abs(expected);
                Assert.True(
                    near && float.IsNegative(actual[i]) == float.IsNegative(expected) || (float.IsNaN(expected) && float.IsNaN(actual[i])),
                    FormattableString.Invariant($"{x:R}^{exponents[i]:R} is {actual[i]:R}, {expected:R} expected"));
            }
        }
    }

    [Fact]
    public void GradientsAreThoseOfDifferences()
    {
        Gradients.Check(x => x[0].pow(-1.5), positive: true, [5]);
        Gradients.Check(x => x[0].pow(x[1]), positive: true, [2, 3], [3]);
        Gradients.Check(x => x[0].rsqrt(), positive: true, [5]);
        Gradients.Check(x => clamp(x[0], x[1] - 0.0625, x[2] + 0.0625), [2, 3], [3], [2, 1]);
        Gradients.Check(x => where(x[0].detach() > 0, x[0], x[1] * 2), [2, 3], [3]);
    }
}
