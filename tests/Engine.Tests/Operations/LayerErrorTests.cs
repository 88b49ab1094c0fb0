using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Repro.Engine.Tests.Operations;

/// <summary>What does not fit is said in one sentence: the operation, the shapes, and what would fit.</summary>
public class LayerErrorTests
{
    private static readonly Dictionary<string, Action> Mistakes = new()
    {
        ["layer_norm: input [2, 3] does not end in the normalized shape [4]; […, 4] would"] = () =>
            LayerNorm(4, elementwise_affine: false).call(zeros(2, 3)),
        ["group_norm: input [2, 3], weight [4], bias [4] does not fit 2 groups"] = () => GroupNorm(2, 4).call(zeros(2, 3)),
        ["GroupNorm: 5 channels do not fall into 2 groups."] = () => GroupNorm(2, 5),
        ["Conv2d: 4 and 5 channels do not fall into 2 groups."] = () => Conv2d(4, 5, 3, groups: 2),
        ["conv2d: input [1, 4, 5, 5] and weight [4, 2, 3, 3] with bias [3] do not fit 2 groups"] = () =>
            functional.conv2d(zeros(1, 4, 5, 5), zeros(4, 2, 3, 3), zeros(3), groups: 2),
        ["conv_transpose2d: input [1, 5, 5, 5] and weight [5, 2, 3, 3] do not fit 2 groups"] = () =>
            functional.conv_transpose2d(zeros(1, 5, 5, 5), zeros(5, 2, 3, 3), groups: 2),
        ["max_pool2d: shape [3, 4] is neither [N, C, H, W] nor [C, H, W]."] = () => MaxPool2d(2).call(zeros(3, 4)),
        ["max_pool2d: kernel 5 with padding 0 and dilation 1 does not fit input [1, 1, 4, 4]."] = () =>
            MaxPool2d(5).call(zeros(1, 1, 4, 4)),
        ["avg_pool2d: kernel 2, stride 2, padding 2 and dilation 1 do not fit; padding is at most half the kernel"] = () =>
            AvgPool2d(2, padding: 2).call(zeros(1, 1, 4, 4)),
        ["avg_pool2d: divisor_override is 0."] = () => AvgPool2d(2, divisor_override: 0).call(zeros(1, 1, 4, 4)),
        ["adaptive_avg_pool2d: output [-1, 2] cannot be made of shape [1, 1, 4, 4]."] = () =>
            AdaptiveAvgPool2d((-1, 2)).call(zeros(1, 1, 4, 4)),
        ["AdaptiveAvgPool2d: the output has rows and columns, not 3 sizes."] = () => AdaptiveAvgPool2d([1L, 2, 3]),
        ["interpolate: either size or scale_factor is given"] = () => functional.interpolate(zeros(1, 1, 2, 2)),
        ["interpolate: align_corners has no meaning for nearest"] = () =>
            functional.interpolate(zeros(1, 1, 2, 2), [3, 3], align_corners: true),
        ["interpolate: 0 rows cannot be made of shape [1, 1, 2, 2]."] = () =>
            functional.interpolate(zeros(1, 1, 2, 2), scale_factor: [0.1, 2]),
        ["pad: [1, 2, 3] does not fit shape [4, 4]; two numbers for each padded axis would"] = () =>
            functional.pad(zeros(4, 4), [1L, 2, 3]),
        ["pad: 4 before and 0 after axis 1 of shape [4, 4] do not fit mode Reflect, which has at most 3."] = () =>
            functional.pad(zeros(4, 4), (4, 0), PaddingModes.Reflect),
        ["pad: -3 before and -2 after axis 1 leave nothing of shape [4, 4]."] = () => functional.pad(zeros(4, 4), (-3, -2)),
        ["softmax: axis 2 is outside"] = () => zeros(2, 2).softmax(2),
        ["l1_loss: input [2, 3] and target [3, 2] have different shapes."] = () => functional.l1_loss(zeros(2, 3), zeros(3, 2)),
        ["huber_loss: delta is 0; it is above 0."] = () => functional.huber_loss(zeros(2), zeros(2), 0),
        ["smooth_l1_loss: beta is -1; it is not negative."] = () => functional.smooth_l1_loss(zeros(2), zeros(2), beta: -1),
        ["binary_cross_entropy: the input has 2, and probabilities lie between 0 and 1"] = () =>
            functional.binary_cross_entropy(full(1, 2f), zeros(1)),
        ["cross_entropy: logits [2, 3] and classes [3] do not fit; classes [2] would."] = () =>
            functional.cross_entropy(zeros(2, 3), zeros(3, ScalarType.Int64)),
        ["cross_entropy: class 3 is outside 0…2."] = () => functional.cross_entropy(zeros(2, 3), full(2, 3)),
        ["cross_entropy: Float32 target [2] does not fit logits [2, 3]; probabilities of that shape, or Int64 classes, would."] = () =>
            functional.cross_entropy(zeros(2, 3), zeros(2)),
        ["cross_entropy: logits [2, 3], weight [2], label smoothing 0 do not fit"] = () =>
            functional.cross_entropy(zeros(2, 3), zeros(2, ScalarType.Int64), zeros(2)),
    };

    public static TheoryData<string> Messages => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void AMistakeIsNamed(string message)
    {
        using var scope = NewDisposeScope();
        var error = Assert.ThrowsAny<ArgumentException>(Mistakes[message]);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
