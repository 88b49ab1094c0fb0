using TorchSharp;
using static Repro.Engine.Fingerprints.Operations.Apply;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Layers, in training and in evaluation, with the weights that they draw.</summary>
internal static class LayerOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Layer("nn.Linear", () => nn.Linear(77, 13), [9, 77]),
        Layer("nn.Conv2d", () => nn.Conv2d(3, 20, 4, 2, 1), [5, 3, 18, 14]),
        Layer("nn.Conv2d without bias", () => nn.Conv2d(5, 7, (3, 2), (1, 2), (0, 1), (2, 1), bias: false), [2, 5, 9, 8]),
        Layer("nn.Conv2d by minimal filtering", () => nn.Conv2d(20, 33, 4, 2, 1), [5, 20, 18, 14]),
        Layer("nn.ConvTranspose2d by minimal filtering", () => nn.ConvTranspose2d(33, 20, 4, 2, 1), [5, 33, 9, 7]),
        Layer("nn.ConvTranspose2d", () => nn.ConvTranspose2d(20, 3, 4, 2, 1), [5, 20, 9, 7]),
        Layer("nn.BatchNorm1d", () => nn.BatchNorm1d(33), [9, 33], [300, 33]),
        Layer("nn.BatchNorm2d", () => nn.BatchNorm2d(5, eps: 1e-3, momentum: 0.2), [9, 5, 13, 11], [2, 5, 3, 3]),
        Layer("nn.BatchNorm2d without weights", () => nn.BatchNorm2d(5, affine: false), [9, 5, 13, 11]),
        Layer("nn.Sequential", () => nn.Sequential(nn.Conv2d(3, 33, 3), nn.BatchNorm2d(33), nn.ReLU()), [5, 3, 9, 9]),
        Layer(
            "nn.Sequential leaky", () => nn.Sequential(nn.ConvTranspose2d(3, 33, 3), nn.BatchNorm2d(33), nn.LeakyReLU(0.2)), [5, 3, 9, 9]),
        Layer("nn.LayerNorm", () => nn.LayerNorm(300), [9, 300]),
        Layer("nn.LayerNorm planes", () => nn.LayerNorm([13, 11], bias: false), [9, 5, 13, 11]),
        Layer("nn.GroupNorm", () => nn.GroupNorm(3, 12), [5, 12, 13, 11]),
        Layer("nn.Dropout", () => nn.Dropout(0.3), [33, 77]),
        Layer("nn.Conv2d mirrored", () => nn.Conv2d(4, 6, 3, padding: 1, padding_mode: PaddingModes.Reflect, groups: 2), [2, 4, 9, 8]),
        Layer("nn.MaxPool2d", () => nn.MaxPool2d(3, 2, 1), [5, 3, 18, 14]),
        Layer("nn.AvgPool2d", () => nn.AvgPool2d(3, 2, 1, ceil_mode: true, count_include_pad: false), [5, 3, 18, 14]),
        Layer("nn.AdaptiveAvgPool2d", () => nn.AdaptiveAvgPool2d((3, 5)), [5, 3, 18, 14]),
        Layer("nn.Upsample", () => nn.Upsample(scale_factor: [2]), [5, 3, 9, 7]),
        Layer("nn.Upsample bilinear", () => nn.Upsample([17, 15], mode: UpsampleMode.Bilinear, align_corners: true), [5, 3, 9, 7]),
        Layer("nn.Flatten", () => nn.Flatten(), [5, 3, 7]),
        Layer("nn.Unflatten", () => nn.Unflatten(1, [3, 7]), [5, 21]),
        Layer("nn.ModuleList", () => nn.Sequential([.. nn.ModuleList(nn.Linear(7, 9), nn.Linear(9, 5))]), [5, 7]),
        new("nn.Embedding", () =>
        {
            using var table = nn.Embedding(40, 20, padding_idx: 3);
            return [.. WithGradients(x => table.call(Numbers.Index(1, 40, 9, 33)), table.parameters().First())];
        }),
        Of("functional.layer_norm", x => nn.functional.layer_norm(x[0], [13, 11], x[1], x[2]), [9, 5, 13, 11], [13, 11], [13, 11]),
        Of("functional.group_norm", x => nn.functional.group_norm(x[0], 3, x[1], x[2]), [5, 6, 13, 11], [6], [6]),
        Of("functional.max_pool2d", x => nn.functional.max_pool2d(x[0], [3, 2], [2, 1], [1, 0], [1, 2]), [5, 3, 18, 14]),
        Of("functional.avg_pool2d", x => nn.functional.avg_pool2d(x[0], [3, 2], [2, 1], [1, 0]), [5, 3, 18, 14]),
        Of("functional.adaptive_avg_pool2d", x => nn.functional.adaptive_avg_pool2d(x[0], [5, 3]), [5, 3, 18, 14]),
        Of("functional.pad", x => nn.functional.pad(x[0], [1, 2, 0, 3], value: 0.3), [2, 3, 5, 7]),
        Of("functional.pad mirrored", x => nn.functional.pad(x[0], (1, 2, 0, 3), PaddingModes.Reflect), [2, 3, 5, 7]),
        Of("functional.pad repeated", x => nn.functional.pad(x[0], (1, 2, 0, 3), PaddingModes.Replicate), [2, 3, 5, 7]),
        Of("functional.interpolate", x => nn.functional.interpolate(x[0], [7, 11]), [5, 3, 9, 7]),
        Of(
            "functional.interpolate bilinear",
            x => nn.functional.interpolate(x[0], scale_factor: [1.7, 0.6], mode: InterpolationMode.Bilinear), [5, 3, 9, 7]),
        new("functional.batch_norm", () =>
        {
            var (mean, variance) = (Numbers.Any(4, 5), Numbers.Positive(5, 5));
            return
            [
                .. WithGradients(
                    x => nn.functional.batch_norm(x[0], mean, variance, x[1], x[2], training: true), Numbers.Any(1, 9, 5, 13, 11),
                    Numbers.Any(2, 5), Numbers.Any(3, 5)),
                .. WithGradients(
                    x => nn.functional.batch_norm(x[0], mean, variance, x[1], x[2]), Numbers.Any(1, 9, 5, 13, 11), Numbers.Any(2, 5),
                    Numbers.Any(3, 5)),
                mean,
                variance,
            ];
        }),
        Of("functional.dropout", x => nn.functional.dropout(x[0], 0.3), [33, 77]),
        Of("nn.Parameter", x => nn.Parameter(x[0].detach()) * x[0], [3, 4]),
    ];
}
