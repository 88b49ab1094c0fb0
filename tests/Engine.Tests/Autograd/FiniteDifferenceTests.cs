using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Autograd;

/// <summary>The gradient of every operation beside finite differences.</summary>
public class FiniteDifferenceTests
{
    private static readonly Dictionary<string, Action> Operations = new()
    {
        ["add"] = () => Gradients.Check(x => x[0] + x[1], [3, 1, 4], [2, 1]),
        ["add alpha"] = () => Gradients.Check(x => x[0].add(x[1], -2.5), [3, 4], [4]),
        ["sub"] = () => Gradients.Check(x => x[0] - x[1], [4], [3, 1]),
        ["mul"] = () => Gradients.Check(x => x[0] * x[1], [2, 3, 1], [1, 4]),
        ["div"] = () => Gradients.Check(x => x[0] / x[1], positive: true, [3, 1], [4]),
        ["constants"] = () => Gradients.Check(x => (((3 - x[0]) * 2) + 1) / 4, [5]),
        ["c / x"] = () => Gradients.Check(x => 2 / x[0], positive: true, [5]),
        ["neg"] = () => Gradients.Check(x => -x[0], [5]),
        ["square"] = () => Gradients.Check(x => x[0].square(), [5]),
        ["abs"] = () => Gradients.Check(x => x[0].abs(), [9]),
        ["exp"] = () => Gradients.Check(x => x[0].exp(), [5]),
        ["log"] = () => Gradients.Check(x => x[0].log(), positive: true, [5]),
        ["sqrt"] = () => Gradients.Check(x => x[0].sqrt(), positive: true, [5]),
        ["sigmoid"] = () => Gradients.Check(x => x[0].sigmoid(), [5]),
        ["tanh"] = () => Gradients.Check(x => x[0].tanh(), [5]),
        ["floor"] = () => Gradients.Check(x => x[0].floor(), [9]),
        ["ceil"] = () => Gradients.Check(x => x[0].ceil(), [9]),
        ["relu"] = () => Gradients.Check(x => x[0].relu(), [9]),
        ["leaky relu"] = () => Gradients.Check(x => nn.functional.leaky_relu(x[0], 0.2), [9]),
        ["mm"] = () => Gradients.Check(x => x[0].mm(x[1]), [3, 4], [4, 2]),
        ["linear"] = () => Gradients.Check(x => nn.functional.linear(x[0], x[1], x[2]), [2, 2, 3], [4, 3], [4]),
        ["conv2d"] = () => Gradients.Check(x => nn.functional.conv2d(x[0], x[1], x[2], [2, 1], [1, 0]), [2, 2, 5, 4], [3, 2, 3, 2], [3]),
        ["conv_transpose2d"] = () =>
            Gradients.Check(x => nn.functional.conv_transpose2d(x[0], x[1], x[2], [2], [1], [1]), [1, 2, 3, 3], [2, 3, 3, 3], [3]),
        ["batch_norm"] = () =>
            Gradients.Check(x => nn.functional.batch_norm(x[0], null, null, x[1], x[2], training: true), [4, 2, 3, 1], [2], [2]),
        ["batch_norm, evaluation"] = () =>
            Gradients.Check(x => nn.functional.batch_norm(x[0], ones(2), full(2, 3f), x[1], x[2]), [4, 2], [2], [2]),
        ["mse mean"] = () => Gradients.Check(x => nn.functional.mse_loss(x[0], x[1]), [3, 4], [3, 4]),
        ["mse sum"] = () => Gradients.Check(x => nn.functional.mse_loss(x[0], x[1], nn.Reduction.Sum), [3, 4], [3, 4]),
        ["mse none"] = () => Gradients.Check(x => nn.functional.mse_loss(x[0], x[1], nn.Reduction.None), [3, 4], [3, 4]),
        ["sum"] = () => Gradients.Check(x => x[0].sum([0, 2]), [2, 3, 4]),
        ["mean"] = () => Gradients.Check(x => x[0].mean([1], keepdim: true), [2, 3, 4]),
        ["permute"] = () => Gradients.Check(x => x[0].permute(2, 0, 1), [2, 3, 4]),
        ["reshape"] = () => Gradients.Check(x => x[0].t().reshape(2, 6), [3, 4]),
        ["expand"] = () => Gradients.Check(x => x[0].expand(2, 3, 4), [3, 1]),
        ["narrow"] = () => Gradients.Check(x => x[0].narrow(1, 1, 2), [3, 4]),
        ["slice"] = () => Gradients.Check(x => x[0].slice(0, 1, 6, 2), [6, 2]),
        ["select"] = () => Gradients.Check(x => x[0].select(1, -1), [3, 4]),
        ["index_select"] = () => Gradients.Check(x => x[0].index_select(0, tensor(new long[] { 2, 0, 2 })), [3, 4]),
        ["cat"] = () => Gradients.Check(x => cat([x[0], x[1]], 1), [2, 3], [2, 4]),
        ["stack"] = () => Gradients.Check(x => stack([x[0], x[1]], 1), [2, 3], [2, 3]),
        ["contiguous, clone, alias"] = () => Gradients.Check(x => x[0].t().contiguous().clone().alias(), [2, 3]),
        ["squeeze, unsqueeze, flatten, unflatten"] = () =>
            Gradients.Check(x => x[0].squeeze(1).unsqueeze(0).flatten(1).unflatten(1, 3, 2), [2, 1, 3]),
        ["used twice"] = () => Gradients.Check(x => (x[0] * x[0]) + x[0].exp(), [4]),
    };

    public static TheoryData<string> Names => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsAreThoseOfDifferences(string operation) => Operations[operation]();
}
