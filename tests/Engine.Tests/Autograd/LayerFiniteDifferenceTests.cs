using Repro.Engine.Tests.Testing;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Repro.Engine.Tests.Autograd;

/// <summary>The gradients of layers, activations and losses beside finite differences.</summary>
public class LayerFiniteDifferenceTests
{
    private static readonly Tensor Classes = tensor(new long[] { 1, -100, 0 }).DetachFromDisposeScope();

    private static readonly Dictionary<string, Action> Operations = new()
    {
        ["elu"] = () => Gradients.Check(x => ELU(0.6).call(x[0]), [9]),
        ["gelu"] = () => Gradients.Check(x => GELU().call(x[0]), [9]),
        ["gelu by tanh"] = () => Gradients.Check(x => GELU(TorchSharp.Modules.GELU.Approximate.tanh).call(x[0]), [9]),
        ["silu"] = () => Gradients.Check(x => SiLU().call(x[0]), [9]),
        ["softplus"] = () => Gradients.Check(x => x[0].softplus(1.5, 2), [9]),
        ["erf"] = () => Gradients.Check(x => x[0].erf(), [9]),
        ["expm1"] = () => Gradients.Check(x => x[0].expm1(), [9]),
        ["log1p"] = () => Gradients.Check(x => x[0].log1p(), positive: true, [9]),
        ["softmax"] = () => Gradients.Check(x => x[0].softmax(1), [2, 3, 2]),
        ["log_softmax"] = () => Gradients.Check(x => x[0].log_softmax(0), [4, 2]),
        ["layer norm"] = () => Gradients.Check(x => LayerNorm([2, 3], 0.5, elementwise_affine: false).call(x[0]), [4, 2, 3]),
        ["group norm"] = () => Gradients.Check(x => GroupNorm(2, 4, 0.5, affine: false).call(x[0]), [2, 4, 3]),
        ["max_pool2d"] = () => Gradients.Check(x => MaxPool2d(2).call(x[0] + Distinct(4, 4)), [1, 2, 4, 4]),
        ["avg_pool2d"] = () => Gradients.Check(x => AvgPool2d(3, 2, 1, ceil_mode: true, count_include_pad: false).call(x[0]), [2, 5, 4]),
        ["adaptive_avg_pool2d"] = () => Gradients.Check(x => AdaptiveAvgPool2d((3, 2)).call(x[0]), [1, 2, 4, 5]),
        ["nearest"] = () => Gradients.Check(x => functional.interpolate(x[0], [5, 3]), [1, 2, 3, 4]),
        ["bilinear"] = () => Gradients.Check(x => functional.interpolate(x[0], [5, 3], mode: InterpolationMode.Bilinear), [1, 2, 3, 4]),
        ["bilinear, corners"] = () =>
            Gradients.Check(x => functional.interpolate(x[0], [5, 3], mode: InterpolationMode.Bilinear, align_corners: true), [1, 1, 3, 4]),
        ["pad"] = () => Gradients.Check(x => functional.pad(x[0], [2, -1, 1, 0], value: 3), [2, 3, 4]),
        ["pad, reflect"] = () => Gradients.Check(x => functional.pad(x[0], (2, 1), PaddingModes.Reflect), [2, 3]),
        ["pad, circular"] = () => Gradients.Check(x => functional.pad(x[0], (3, 1), PaddingModes.Circular), [2, 3]),
        ["conv2d in groups"] = () =>
            Gradients.Check(x => functional.conv2d(x[0], x[1], x[2], [2], [1], groups: 2), [2, 4, 4, 3], [2, 2, 3, 3], [2]),
        ["conv_transpose2d in groups"] = () => Gradients.Check(
            x => functional.conv_transpose2d(x[0], x[1], x[2], [2, 1], [1], [1, 0], groups: 2), [1, 4, 2, 3], [4, 1, 3, 3], [2]),
        ["l1_loss"] = () => Gradients.Check(x => functional.l1_loss(x[0], x[1] / 3), [2, 3], [2, 3]),
        ["huber_loss"] = () => Gradients.Check(x => functional.huber_loss(x[0], x[1] / 3, 0.6), [2, 3], [2, 3]),
        ["smooth_l1_loss"] = () => Gradients.Check(x => functional.smooth_l1_loss(x[0], x[1] / 3, beta: 0.6), [2, 3], [2, 3]),
        ["binary_cross_entropy"] = () =>
            Gradients.Check(
                x => functional.binary_cross_entropy(x[0].sigmoid(), x[1].sigmoid(), reduction: nn.Reduction.Sum), [2, 3], [2, 3]),
        ["binary_cross_entropy_with_logits"] = () => Gradients.Check(
            x => functional.binary_cross_entropy_with_logits(x[0], x[1], x[2], nn.Reduction.None, x[3]), [2, 3], [2, 3], [3], [3]),
        ["cross_entropy"] = () => Gradients.Check(x => functional.cross_entropy(x[0], Classes, label_smoothing: 0.2), [3, 4]),
        ["cross_entropy of probabilities"] = () => Gradients.Check(x => functional.cross_entropy(x[0], x[1].softmax(1)), [3, 4], [3, 4]),
        ["kl_div"] = () =>
            Gradients.Check(x => functional.kl_div(x[0], x[1], log_target: false, nn.Reduction.Sum), positive: true, [2, 3], [2, 3]),
        ["kl_div of logarithms"] = () => Gradients.Check(x => functional.kl_div(x[0], x[1], reduction: nn.Reduction.Sum), [2, 3], [2, 3]),
    };

    public static TheoryData<string> Names => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsAreSlopes(string name) => Operations[name]();

    /// <summary>Far enough apart that no step changes which is the largest.</summary>
    private static Tensor Distinct(int rows, int columns) =>
        tensor(Enumerable.Range(0, rows * columns).Select(i => (float)(i * 7 % 16) * 4).ToArray(), [rows, columns]);
}
