using TorchSharp.Modules;
using static Repro.Engine.Fingerprints.Operations.Apply;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Functions of one number.</summary>
internal static class FunctionOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Unary("exp", x => x.exp()),
        Unary("log", x => x.log()),
        Unary("sqrt", x => x.sqrt()),
        Unary("square", x => x.square()),
        Unary("abs", x => x.abs()),
        Unary("sigmoid", x => x.sigmoid()),
        Unary("tanh", x => x.tanh()),
        Unary("floor", x => x.floor()),
        Unary("ceil", x => x.ceil()),
        Unary("relu", x => x.relu()),
        Unary("functional.relu", x => nn.functional.relu(x)),
        Unary("functional.leaky_relu", x => nn.functional.leaky_relu(x, 0.2)),
        Unary("rsqrt", x => x.rsqrt()),
        Unary("erf", x => x.erf()),
        Unary("expm1", x => x.expm1()),
        Unary("log1p", x => x.log1p()),
        Unary("softplus", x => x.softplus(2, 3)),
        Dense("exp dense", x => x.exp()),
        Dense("log dense", x => x.log()),
        Dense("rsqrt dense", x => x.rsqrt()),
        Dense("sigmoid dense", x => x.sigmoid()),
        Dense("tanh dense", x => x.tanh()),
        Dense("erf dense", x => x.erf()),
        Dense("expm1 dense", x => x.expm1()),
        Dense("log1p dense", x => x.log1p()),
        Dense("softplus dense", x => x.softplus(2, 3)),
        Dense("pow dense", x => x.abs().pow(2.5)),
        Dense("nn.ELU dense", x => nn.ELU(0.7).call(x)),
        Dense("nn.GELU dense", x => nn.GELU().call(x)),
        Dense("nn.GELU dense by tanh", x => nn.GELU(GELU.Approximate.tanh).call(x)),
        Dense("nn.SiLU dense", x => nn.SiLU().call(x)),
        InPlace("exp_", (x, _) => x.exp_()),
        InPlace("log_", (x, _) => x.log_()),
        InPlace("sqrt_", (x, _) => x.sqrt_()),
        InPlace("rsqrt_", (x, _) => x.rsqrt_()),
        InPlace("abs_", (x, _) => x.abs_()),
        InPlace("neg_", (x, _) => x.neg_()),
        InPlace("sigmoid_", (x, _) => x.sigmoid_()),
        InPlace("tanh_", (x, _) => x.tanh_()),
        InPlace("relu_", (x, _) => x.relu_()),
        InPlace("floor_", (x, _) => x.floor_()),
        InPlace("ceil_", (x, _) => x.ceil_()),
        InPlace("erf_", (x, _) => x.erf_()),
        InPlace("expm1_", (x, _) => x.expm1_()),
        InPlace("log1p_", (x, _) => x.log1p_()),
        Unary("nn.ReLU", x => nn.ReLU().call(x)),
        Unary("nn.LeakyReLU", x => nn.LeakyReLU(0.2).call(x)),
        Unary("nn.Sigmoid", x => nn.Sigmoid().call(x)),
        Unary("nn.Tanh", x => nn.Tanh().call(x)),
        Unary("nn.ELU", x => nn.ELU(0.7).call(x)),
        Unary("nn.GELU", x => nn.GELU().call(x)),
        Unary("nn.GELU by tanh", x => nn.GELU(GELU.Approximate.tanh).call(x)),
        Unary("nn.SiLU", x => nn.SiLU().call(x)),
        Unary("nn.Softplus", x => nn.Softplus(0.5, 5).call(x)),
        Unary("nn.Identity", x => nn.Identity().call(x)),
        Unary("functional.elu", x => nn.functional.elu(x, 0.7)),
        Unary("functional.gelu", x => nn.functional.gelu(x)),
        Unary("functional.silu", x => nn.functional.silu(x)),
        Unary("functional.sigmoid", x => nn.functional.sigmoid(x)),
        Unary("functional.tanh", x => nn.functional.tanh(x)),
        Unary("functional.softplus", x => nn.functional.softplus(x, 0.5, 5)),
    ];

    /// <summary>A function at a million numbers where it has its curve: of a changed last bit of a coefficient, few results tell.</summary>
    private static Operation Dense(string name, Func<Tensor, Tensor> function) =>
        new(name, () => [function(Numbers.Ramp(1 << 19, 2e-4f)), function(Numbers.Ramp(1 << 19, 1e-5f))]);
}
