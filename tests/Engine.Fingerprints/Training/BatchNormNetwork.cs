using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Training;

/// <summary>
/// Four steps of a batch-norm network of two residual blocks, the second one strided with a convolution of one pixel beside it.
/// </summary>
internal static class BatchNormNetwork
{
    private const int Images = 6;

    public static string Run(Action betweenSteps)
    {
        manual_seed(2);
        using var scope = NewDisposeScope();
        using var stem = Normalized(3, 19, 3, 1, 1);
        using var first = nn.Sequential(Normalized(19, 19, 3, 1, 1), nn.ReLU(), Normalized(19, 19, 3, 1, 1));
        using var second = nn.Sequential(Normalized(19, 34, 3, 2, 1), nn.ReLU(), Normalized(34, 34, 3, 1, 1));
        using var beside = Normalized(19, 34, 1, 2, 0);
        using var head = nn.Linear(34, 7);
        nn.Module[] modules = [stem, first, second, beside, head];
        using var adam = optim.Adam(modules.SelectMany(module => module.parameters()), lr: 3e-3, weight_decay: 0.01);
        var (images, targets) = (rand(Images, 3, 15, 15), randn(Images, 7));

        Tensor Loss()
        {
            var x = stem.call(images).relu();
            x = (x + first.call(x)).relu();
            x = (beside.call(x) + second.call(x)).relu();
            return nn.functional.mse_loss(head.call(x.mean([2, 3])), targets);
        }

        return Steps.Run(4, adam, Loss, betweenSteps, modules);
    }

    private static nn.Module<Tensor, Tensor> Normalized(long inputs, long outputs, long kernel, long stride, long padding) =>
        nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, padding, bias: false), nn.BatchNorm2d(outputs));
}
