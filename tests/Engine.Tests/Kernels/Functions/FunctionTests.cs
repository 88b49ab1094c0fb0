using System.Numerics;
using Repro.Engine.Kernels.Functions;
using Repro.Engine.Tests.Testing;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Kernels;

/// <summary>
/// The functions of rule 4: no further from the true value than the contract states, and in vectors the same bits as number by number, over
/// a sample; <see cref="EveryInputTests"/> takes every input.
/// </summary>
public class FunctionTests(ITestOutputHelper output)
{
    private const int Count = 1_000_000;

    public static TheoryData<string> Names => [.. Function.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void FunctionsAreWithinTheirStatedError(string name)
    {
        var function = Function.All[name];
        using var scope = NewDisposeScope();
        var x = Inputs();
        var y = function.Tensor(tensor(x)).Values();
        Bits.Equal(Alone(function, x), y, name);
        var (worst, at) = Ulps.Worst(Array.ConvertAll(x, v => function.Exact(v)), y);
        var text = FormattableString.Invariant($"{name}: {worst:F4} ulp at {x[at]:R}");
        output.WriteLine(text);
        Assert.True(worst <= StatedErrors.Of(name).Error + StatedErrors.OfReference, text);
    }

    // The number that the contract states is that of the input that it states.
    [Theory]
    [MemberData(nameof(Names))]
    public void StatedErrorsAreWhereTheyAreStated(string name)
    {
        var function = Function.All[name];
        var (error, at) = StatedErrors.Of(name);
        Assert.Equal(error, Ulps.Between(function.Exact(at), Alone(function, [at])[0]), StatedErrors.OfReference);
        Assert.InRange(error, 0.5, 1);
        Assert.Equal(Function.All.Count, StatedErrors.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TailsAreComputedAsTheRest(string name)
    {
        var function = Function.All[name];
        for (var length = 0; length <= 257; length++)
        {
            using var scope = NewDisposeScope();
            var x = Samples.WithSpecial(length, length);
            Bits.Equal(Alone(function, x), function.Tensor(tensor(x)).Values(), $"{name}, {length} long");
        }
    }

    [Fact]
    public void SpecialValues()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { float.NegativeInfinity, -0f, 0, float.PositiveInfinity, float.NaN });
        Bits.Equal([0, 1, 1, float.PositiveInfinity, float.NaN], x.exp().Values(), "exp");
        Bits.Equal([float.NaN, float.NegativeInfinity, float.NegativeInfinity, float.PositiveInfinity, float.NaN], x.log().Values(), "log");
        Bits.Equal([0, 0.5f, 0.5f, 1, float.NaN], x.sigmoid().Values(), "sigmoid");
        Assert.Equal([-1, 0, 0, 1, float.NaN], x.tanh().Values());
    }

    // The normals' logarithm and circle, in binary64, on the arguments they get: 1 − u, and angles of one turn.
    [Fact]
    public void LogarithmAndCircleAreExactTo1e11InBinary64()
    {
        var random = new System.Random(9);
        var (log, onePlus, circle) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            var u = random.NextDouble();
            var small = u * Math.ScaleB(1, -random.Next(60));
            log = Math.Max(log, Relative(Math.Log(u), Logarithm.Of(u)));
            onePlus = Math.Max(onePlus, Math.Abs(Reference.LogOfOnePlus(-small) / Logarithm.OfOnePlus(-small) - 1));
            var (sin, cos) = Circle.SinCos(2 * Math.PI * u);
            circle = Math.Max(circle, Math.Abs(sin - Math.Sin(2 * Math.PI * u)));
            circle = Math.Max(circle, Math.Abs(cos - Math.Cos(2 * Math.PI * u)));
        }

        output.WriteLine(FormattableString.Invariant($"ln {log:E2}, ln(1 + x) {onePlus:E2} relative; sin and cos {circle:E2} absolute"));
        Assert.True(log < 1e-12 && onePlus < 1e-11 && circle < 1e-12, $"{log} {onePlus} {circle}");
    }

    [Fact]
    public void SineAndCosineOfOneTurnAreWithinOneUlp()
    {
        var random = new System.Random(10);
        var worst = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var angle = (float)(2 * Math.PI * random.NextSingle());
            var (sin, cos) = Circle.SinCos(angle);
            worst = Math.Max(worst, Math.Max(Ulps.Between(Math.Sin(angle), (float)sin), Ulps.Between(Math.Cos(angle), (float)cos)));
        }

        output.WriteLine(FormattableString.Invariant($"sin, cos: {worst:F4} ulp"));
        Assert.True(worst <= 1);
    }

    [Fact]
    public void ExponentialIsTheSameInVectorsOfBinary64()
    {
        var random = new System.Random(11);
        var lanes = new double[Vector<double>.Count];
        for (var i = 0; i < Count / 4; i++)
        {
            Array.ForEach(Enumerable.Range(0, lanes.Length).ToArray(), lane => lanes[lane] = (random.NextDouble() - 0.5) * 500);
            var vector = Exponential.Of(new Vector<double>(lanes));
            for (var lane = 0; lane < lanes.Length; lane++)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(Exponential.Of(lanes[lane])), BitConverter.DoubleToInt64Bits(vector[lane]));
            }
        }
    }

    /// <summary>Half of all patterns of bits, half where the functions have their curves, and the special values.</summary>
    private static float[] Inputs()
    {
        var random = new System.Random(8);
        return
        [
            .. Samples.Special,
            .. Enumerable.Range(0, Count).Select(i => (i % 4) switch
            {
                0 or 2 => Samples.AnyBits(random),
                1 => (float)((random.NextDouble() - 0.5) * 220),
                _ => (float)((random.NextDouble() - 0.5) * 8),
            }),
        ];
    }

    private static float[] Alone(Function function, float[] x)
    {
        var y = new float[x.Length];
        function.Scalar(x, y);
        return y;
    }

    private static double Relative(double exact, double actual) => exact == 0 ? Math.Abs(actual) : Math.Abs((actual / exact) - 1);
}
