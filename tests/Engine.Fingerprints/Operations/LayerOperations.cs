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
        Layer("nn.ConvTranspose2d", () => nn.ConvTranspose2d(20, 3, 4, 2, 1), [5, 20, 9, 7]),
        Layer("nn.BatchNorm1d", () => nn.BatchNorm1d(33), [9, 33], [300, 33]),
        Layer("nn.BatchNorm2d", () => nn.BatchNorm2d(5, eps: 1e-3, momentum: 0.2), [9, 5, 13, 11], [2, 5, 3, 3]),
        Layer("nn.BatchNorm2d without weights", () => nn.BatchNorm2d(5, affine: false), [9, 5, 13, 11]),
        Layer("nn.Sequential", () => nn.Sequential(nn.Conv2d(3, 33, 3), nn.BatchNorm2d(33), nn.ReLU()), [5, 3, 9, 9]),
        Layer("nn.Sequential leaky", () => nn.Sequential(nn.ConvTranspose2d(3, 33, 3), nn.BatchNorm2d(33), nn.LeakyReLU(0.2)), [5, 3, 9, 9]),
        new("functional.batch_norm", () =>
        {
            var (mean, variance) = (Numbers.Any(4, 5), Numbers.Positive(5, 5));
            return
            [
                .. WithGradients(x => nn.functional.batch_norm(x[0], mean, variance, x[1], x[2], training: true), Numbers.Any(1, 9, 5, 13, 11), Numbers.Any(2, 5), Numbers.Any(3, 5)),
                .. WithGradients(x => nn.functional.batch_norm(x[0], mean, variance, x[1], x[2]), Numbers.Any(1, 9, 5, 13, 11), Numbers.Any(2, 5), Numbers.Any(3, 5)),
                mean,
                variance,
            ];
        }),
        Of("functional.dropout", x => nn.functional.dropout(x[0], 0.3), [33, 77]),
        Of("nn.Parameter", x => nn.Parameter(x[0].detach()) * x[0], [3, 4]),
    ];
}
