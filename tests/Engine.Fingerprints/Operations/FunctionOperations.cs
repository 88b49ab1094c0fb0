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
        Unary("relu", x => x.relu()),
        Unary("functional.relu", x => nn.functional.relu(x)),
        Unary("functional.leaky_relu", x => nn.functional.leaky_relu(x, 0.2)),
        Unary("nn.ReLU", x => nn.ReLU().call(x)),
        Unary("nn.LeakyReLU", x => nn.LeakyReLU(0.2).call(x)),
        Unary("nn.Sigmoid", x => nn.Sigmoid().call(x)),
        Unary("nn.Tanh", x => nn.Tanh().call(x)),
    ];
}
