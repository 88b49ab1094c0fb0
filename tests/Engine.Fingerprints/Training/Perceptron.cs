using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Training;

/// <summary>Six steps of a perceptron with dropout, on minibatches that a permutation draws.</summary>
internal static class Perceptron
{
    private const int Samples = 70;
    private const int Batch = 23;

    public static string Run(Action betweenSteps)
    {
        manual_seed(3);
        using var scope = NewDisposeScope();
        using var first = nn.Linear(33, 300);
        using var second = nn.Linear(300, 129);
        using var last = nn.Linear(129, 5);
        nn.Module[] modules = [first, second, last];
        using var sgd = optim.SGD(modules.SelectMany(module => module.parameters()), 1e-3, momentum: 0.9, nesterov: true);
        var (samples, targets) = (randn(Samples, 33), randn(Samples, 5).tanh());

        Tensor Loss()
        {
            var batch = randperm(Samples).narrow(0, 0, Batch);
            var x = nn.functional.dropout(first.call(samples.index_select(0, batch)).tanh(), 0.4);
            x = nn.functional.dropout(nn.functional.leaky_relu(second.call(x), 0.1), 0.25);
            return nn.functional.mse_loss(last.call(x), targets.index_select(0, batch), nn.Reduction.Sum);
        }

        return Steps.Run(6, sgd, Loss, betweenSteps, modules);
    }
}
