using Repro.Engine.Kernels;
using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Kernels;

/// <summary>
/// erf, eˣ − 1, ln(1 + x), softplus and the activations made of them (rule 4): at most 1 ulp from the true value, and in vectors the same bits as
/// number by number. The references are written another way, in binary64.
/// </summary>
public class SpecialFunctionTests(ITestOutputHelper output)
{
    private const int Count = 200_000;

    private static readonly Dictionary<string, (Func<Tensor, Tensor> Vector, Func<float, float> Scalar, Func<double, double> True)> Functions = new()
    {
        ["erf"] = (x => x.erf(), default(Erf).Invoke, x => 1 - Erfc(x)),
        ["expm1"] = (x => x.expm1(), default(Expm1).Invoke, ExpMinusOne),
        ["log1p"] = (x => x.log1p(), default(Log1p).Invoke, LogOfOnePlus),
        ["softplus"] = (x => x.softplus(1, 1000), new Repro.Engine.Kernels.Softplus(1, 1000).Invoke, x => Math.Max(x, 0) + LogOfOnePlus(Math.Exp(-Math.Abs(x)))),
        ["silu"] = (x => nn.SiLU().call(x), default(Silu).Invoke, x => x / (1 + Math.Exp(-x))),
        ["elu"] = (x => nn.ELU(0.7).call(x), new Elu(0.7).Invoke, x => x <= 0 ? 0.7 * ExpMinusOne(x) : x),
        ["gelu"] = (x => nn.GELU().call(x), default(Gelu).Invoke, x => x * 0.5 * Erfc(-x * Math.Sqrt(0.5))),
        ["gelu by tanh"] = (x => nn.GELU(GELU.Approximate.tanh).call(x), default(GeluByTanh).Invoke, x => x / (1 + Math.Exp(-2 * Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Functions_are_within_one_ulp(string name)
    {
        var (vector, _, exact) = Functions[name];
        var x = Inputs();
        using var scope = NewDisposeScope();
        var y = vector(tensor(x)).Values();
        var (worst, at) = (0.0, 0f);
        for (var i = 0; i < x.Length; i++)
        {
            var distance = Ulps(name == "erf" && Math.Abs(x[i]) < 1 ? SmallErf(x[i]) : exact(x[i]), y[i]);
            (worst, at) = distance > worst ? (distance, x[i]) : (worst, at);
        }

        output.WriteLine(FormattableString.Invariant($"{name}: {worst:F4} ulp at {at:R}"));
        Assert.True(worst <= 1, FormattableString.Invariant($"{name}: {worst} ulp at {at:R}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tails_are_computed_as_the_rest(string name)
    {
        var (vector, scalar, _) = Functions[name];
        for (var length = 0; length <= 257; length++)
        {
            using var scope = NewDisposeScope();
            var x = Samples.WithSpecial(length, length);
            Bits.Equal(Array.ConvertAll(x, v => scalar(v)), vector(tensor(x)).Values(), $"{name}, {length} long");
        }
    }

    // Derivatives are held to the same bits; how close they are, finite differences and PyTorch's values tell.
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Function, Func<float, float> Derivative)> Derivatives = new()
    {
        ["erf"] = (x => x.erf(), default(ErfDerivative).Invoke),
        ["expm1"] = (x => x.expm1(), default(Exp).Invoke),
        ["log1p"] = (x => x.log1p(), default(Log1pDerivative).Invoke),
        ["softplus"] = (x => x.softplus(2, 3), new SoftplusDerivative(2, 3).Invoke),
        ["silu"] = (x => nn.SiLU().call(x), default(SiluDerivative).Invoke),
        ["elu"] = (x => nn.ELU(0.7).call(x), new EluDerivative(0.7).Invoke),
        ["gelu"] = (x => nn.GELU().call(x), default(GeluDerivative).Invoke),
        ["gelu by tanh"] = (x => nn.GELU(GELU.Approximate.tanh).call(x), default(GeluByTanhDerivative).Invoke),
        ["huber"] = (x => nn.functional.huber_loss(x, zeros_like(x), 0.6, nn.Reduction.None), new HuberDerivative(0.6f, 1).Invoke),
    };

    public static TheoryData<string> DerivativeNames => [.. Derivatives.Keys];

    [Theory]
    [MemberData(nameof(DerivativeNames))]
    public void Gradients_are_the_derivative_times_the_gradient(string name)
    {
        var (function, derivative) = Derivatives[name];
        for (var length = 0; length <= 257; length++)
        {
            using var scope = NewDisposeScope();
            var (x, upstream) = (Samples.WithSpecial(length, length), Samples.Numbers(length, length + 1));
            var input = tensor(x, requires_grad: true);
            function(input).backward([tensor(upstream)]);
            Bits.Equal([.. x.Zip(upstream, (v, g) => derivative(v) * g)], input.grad!.Values(), $"{name}, {length} long");
        }
    }

    [Fact]
    public void Special_values()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { float.NegativeInfinity, 0, float.PositiveInfinity, float.NaN });
        Assert.Equal([-1, 0, 1, float.NaN], x.erf().Values());
        Assert.Equal([-1, 0, float.PositiveInfinity, float.NaN], x.expm1().Values());
        Assert.Equal([float.NaN, 0, float.PositiveInfinity, float.NaN], x.log1p().Values());
        Assert.Equal(float.NegativeInfinity, tensor(new[] { -1f }).log1p().item<float>());
        Assert.Equal([0, 0.6931472f, float.PositiveInfinity, float.NaN], x.softplus().Values());
        Assert.Equal([float.NaN, 0, float.PositiveInfinity, float.NaN], nn.SiLU().call(x).Values());
        Assert.Equal([-1, 0, float.PositiveInfinity, float.NaN], nn.ELU().call(x).Values());
        Assert.Equal([float.NaN, 0, float.PositiveInfinity, float.NaN], nn.GELU().call(x).Values());
    }

    /// <summary>A quarter of all patterns of bits, the rest where the functions have their curves, and the special values.</summary>
    private static float[] Inputs()
    {
        var random = new System.Random(8);
        return
        [
            .. Samples.Special.Where(float.IsFinite),
            .. Enumerable.Range(0, Count).Select(i => (i % 4) switch
            {
                0 => Finite(Samples.AnyBits(random)),
                1 => (float)((random.NextDouble() - 0.5) * 220),
                2 => (float)((random.NextDouble() - 0.5) * 20),
                _ => (float)((random.NextDouble() - 0.5) * 2),
            }),
        ];
    }

    private static float Finite(float x) => float.IsFinite(x) ? x : 0.25f;

    /// <summary>Distance in units of the last place of the true value; beyond the range of binary32, 0 where the result is infinite too.</summary>
    private static double Ulps(double exact, float actual)
    {
        if (double.IsNaN(exact) || float.IsNaN(actual))
        {
            return double.IsNaN(exact) == float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        }

        var nearest = (float)exact;
        if (!float.IsFinite(nearest) || !float.IsFinite(actual))
        {
            return nearest.Equals(actual) ? 0 : double.PositiveInfinity;
        }

        var ulp = Math.ScaleB(1, Math.Max(exact == 0 ? -126 : Math.ILogB(exact), -126) - 23);
        return Math.Abs(actual - exact) / ulp;
    }

    /// <summary>exp(−x²)·2/√π·(x + 2x³/3 + 4x⁵/15 + …): every term positive.</summary>
    private static double SmallErf(double x)
    {
        var (sum, term) = (0.0, x);
        for (var n = 1; Math.Abs(term) > 1e-20 * Math.Abs(sum); n++)
        {
            sum += term;
            term *= 2 * x * x / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>1 − erf below 3, its continued fraction from there.</summary>
    private static double Erfc(double x)
    {
        if (x < 3)
        {
            return x < -6 ? 2 : 1 - SmallErf(x);
        }

        var tail = x;
        for (var k = 200; k > 0; k--)
        {
            tail = x + (k / 2.0 / tail);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * tail);
    }

    /// <summary>eˣ − 1 and ln(1 + x) with the correction of a rounded intermediate (Kahan).</summary>
    private static double ExpMinusOne(double x)
    {
        var u = Math.Exp(x);
        return u == 1 ? x : double.IsInfinity(u) || u - 1 == -1 ? u - 1 : (u - 1) * x / Math.Log(u);
    }

    private static double LogOfOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) || u <= 0 ? Math.Log(u) : Math.Log(u) * x / (u - 1);
    }
}
