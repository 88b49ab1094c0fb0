using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Repro.Engine.Fingerprints.Training;

/// <summary>Three steps of a network from words to two kinds of answers: embedding, layer norm, dropout, softmax, divergences.</summary>
internal static class WordNetwork
{
    public static string Run(Action betweenSteps)
    {
        manual_seed(3);
        using var scope = NewDisposeScope();
        using var table = Embedding(40, 20, padding_idx: 0);
        using var network = Sequential(
            Flatten(), Linear(120, 300), LayerNorm(300), GELU(), Dropout(0.3), Linear(300, 30), Unflatten(1, [3, 10]));
        Module[] modules = [table, network];
        using var adam = optim.Adam(modules.SelectMany(module => module.parameters()), lr: 1e-2);
        var words = randint(40, [11, 6]);
        var target = rand(11, 3, 10);

        Tensor Loss()
        {
            var y = network.call(table.call(words));
            return functional.binary_cross_entropy_with_logits(y, target)
                + functional.kl_div(y.log_softmax(2), target.softmax(2), log_target: false)
                + functional.binary_cross_entropy(y.softmax(1), target)
                + functional.smooth_l1_loss(y, target, beta: 0.5)
                + functional.l1_loss(y.erf(), target)
                + (y.expm1().abs().log1p().mean() / 8);
        }

        return Steps.Run(3, adam, Loss, betweenSteps, modules);
    }
}
