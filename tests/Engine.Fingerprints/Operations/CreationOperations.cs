using static Repro.Engine.Fingerprints.Operations.Apply;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Constants, random numbers and initial weights. Normals are drawn in two ways: fewer than 16, and in blocks of 16.</summary>
internal static class CreationOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Plain("zeros", () => zeros(3, 5)),
        Plain("ones", () => ones(3, 5)),
        Plain("full", () => full(3, 5, 0.3)),
        Plain("zeros_like", () => zeros_like(ones(3, 5))),
        Plain("ones_like", () => ones_like(zeros(3, 5))),
        Plain("full_like", () => full_like(zeros(3, 5), 0.3)),
        Plain("tensor", () => tensor(new[] { 1.1f, 2.2f, 3.3f })),
        Plain("from_array", () => from_array(new[,] { { 1.1f, 2.2f }, { 3.3f, 4.4f } }, null)),
        Plain("op_Implicit", () => (Tensor)0.3f),
        Plain("arange", () => arange(-1.5, 20, 0.3)),
        Plain("linspace", () => linspace(-1, 1, 77)),
        Plain("eye", () => eye(3, 5)),
        Plain("randint_like", () => randint_like(zeros(3, 77), -5, 1000)),
        Plain("rand", () => rand(3, 777)),
        Plain("rand_like", () => rand_like(zeros(3, 77))),
        Plain("randn", () => randn(3, 777)),
        Plain("randn few", () => randn(3, 5)),
        Plain("randn_like", () => randn_like(zeros(3, 77))),
        Plain("randint", () => randint(-5, 1000, [3, 77])),
        Plain("randperm", () => randperm(777)),
        Plain("normal", () => normal(0.3, 0.7, [3, 77])),
        Plain("normal_", () => zeros(3, 77).normal_(0.3, 0.7)),
        Plain("uniform_", () => zeros(3, 77).uniform_(-0.3, 0.7)),
        Plain("init.ones_", () => nn.init.ones_(empty(3, 5))),
        Plain("init.zeros_", () => nn.init.zeros_(empty(3, 5))),
        Plain("init.constant_", () => nn.init.constant_(empty(3, 5), 0.3)),
        Plain("init.uniform_", () => nn.init.uniform_(empty(33, 5), -0.3, 0.7)),
        Plain("init.normal_", () => nn.init.normal_(empty(33, 5), 0.3, 0.7)),
        Plain("init.kaiming_uniform_", () => nn.init.kaiming_uniform_(empty(9, 5, 3, 3), 0.2)),
        Plain(
            "init.kaiming_normal_",
            () => nn.init.kaiming_normal_(empty(9, 5, 3, 3), mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU)),
        Plain("init.xavier_uniform_", () => nn.init.xavier_uniform_(empty(9, 5, 3, 3), 0.9)),
        Plain("init.xavier_normal_", () => nn.init.xavier_normal_(empty(9, 5, 3, 3), 0.9)),
    ];
}
