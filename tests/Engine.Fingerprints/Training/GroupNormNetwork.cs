using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Repro.Engine.Fingerprints.Training;

/// <summary>
/// Three steps of a residual network with group norm, from images to classes and back to images: convolutions in groups, pooling, resizing,
/// padding, cross entropy, Huber.
/// </summary>
internal static class GroupNormNetwork
{
    public static string Run(Action betweenSteps)
    {
        manual_seed(2);
        using var scope = NewDisposeScope();
        using var stem = Sequential(Conv2d(3, 12, 3, padding: 1, padding_mode: PaddingModes.Reflect), GroupNorm(3, 12), SiLU());
        using var block = Sequential(
            Conv2d(12, 12, 3, padding: 1, groups: 4), GroupNorm(3, 12), GELU(), Conv2d(12, 12, 1), GroupNorm(12, 12));
        using var head = Sequential(MaxPool2d(3, 2, 1), ELU(), AdaptiveAvgPool2d(2), Flatten(), Linear(48, 5));
        using var back = Sequential(
            AvgPool2d(2), Upsample(scale_factor: [2]), ConvTranspose2d(12, 6, 3, 1, 1, groups: 2), GELU(
                TorchSharp.Modules.GELU.Approximate.tanh),
            Upsample([17, 15], mode: UpsampleMode.Bilinear), Conv2d(6, 3, 1), Softplus());
        Module[] modules = [stem, block, head, back];
        using var adam = optim.Adam(modules.SelectMany(module => module.parameters()), lr: 1e-2);
        var images = rand(7, 3, 16, 16);
        var classes = randint(5, [7]);

        Tensor Loss()
        {
            var features = stem.call(images);
            var mixed = features + block.call(features);
            var target = functional.pad(images, (-1, 0, 0, 1), PaddingModes.Replicate);
            return functional.cross_entropy(head.call(mixed), classes, label_smoothing: 0.1) + functional.huber_loss(
                back.call(mixed), target, 0.3);
        }

        return Steps.Run(3, adam, Loss, betweenSteps, modules);
    }
}
