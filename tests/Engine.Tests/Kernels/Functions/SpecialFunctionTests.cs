using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Kernels;

/// <summary>
/// erf, eˣ − 1, ln(1 + x), softplus and the activations made of them (rule 4): their derivatives, and their special values.
/// </summary>
public class SpecialFunctionTests
{
    // Derivatives are held to the same bits; how close they are, finite differences and PyTorch's values tell.
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Function, Func<float, float> Derivative)> Derivatives = new()
    {
        ["erf"] = (x => x.erf(), default(ErfDerivative).Invoke),
        ["expm1"] = (x => x.expm1(), default(EveryLane<Exp>).Invoke),
        ["log1p"] = (x => x.log1p(), default(EveryLane<Log1pDerivative>).Invoke),
        ["softplus"] = (x => x.softplus(2, 3), new EveryLane<SoftplusDerivative>(new SoftplusDerivative(2, 3)).Invoke),
        ["silu"] = (x => nn.SiLU().call(x), default(EveryLane<SiluDerivative>).Invoke),
        ["elu"] = (x => nn.ELU(0.7).call(x), new EveryLane<EluDerivative>(new EluDerivative(0.7f)).Invoke),
        ["gelu"] = (x => nn.GELU().call(x), default(GeluDerivative).Invoke),
        ["gelu by tanh"] = (x => nn.GELU(GELU.Approximate.tanh).call(x), default(EveryLane<GeluByTanhDerivative>).Invoke),
        ["huber"] = (x => nn.functional.huber_loss(x, zeros_like(x), 0.6, nn.Reduction.None), new HuberDerivative(0.6f, 1).Invoke),
    };

    public static TheoryData<string> DerivativeNames => [.. Derivatives.Keys];

    [Theory]
    [MemberData(nameof(DerivativeNames))]
    public void GradientsAreTheDerivativeTimesTheGradient(string name)
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
    public void SpecialValues()
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
}
