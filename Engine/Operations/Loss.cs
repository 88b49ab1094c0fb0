using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Losses with their gradients.</summary>
internal static class Loss
{
    public static Tensor SquaredError(Tensor input, Tensor target, nn.Reduction reduction)
    {
        if (!input.Sizes.SequenceEqual(target.Sizes))
        {
            throw new ArgumentException(
                $"mse_loss: input {Layout.Text(input.Sizes)} and target {Layout.Text(target.Sizes)} have different shapes.");
        }

        // The target comes first so that the squares are laid out like it: row-major, the order of the sum.
        var squares = Map.Binary("mse_loss", target, input, default(SquaredDifference));
        var factor = reduction == nn.Reduction.Mean ? 2f / input.NumberOfElements : 2f;
        var result = ElementLoss.Reduce(squares, reduction);
        return Node.Record("mse_loss", result, [input, target], node =>
        {
            var (x, y) = (node.Save(input), node.Save(target));
            return g =>
            [
                node.Wants(0) ? Arithmetic.Multiply(Map.Binary("mse_loss", x.Value, y.Value, new ScaledDifference(factor)), g) : null,
                node.Wants(1) ? Arithmetic.Multiply(Map.Binary("mse_loss", y.Value, x.Value, new ScaledDifference(factor)), g) : null,
            ];
        });
    }
}
