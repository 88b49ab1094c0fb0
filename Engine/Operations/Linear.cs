using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Products;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Matrix products (rule 2), with their gradients.</summary>
internal static class Linear
{
    /// <summary>x (m × k) · y (k × n).</summary>
    public static Tensor Product(string operation, Tensor x, Tensor y)
    {
        if (x.Sizes.Length != 2 || y.Sizes.Length != 2 || x.Sizes[1] != y.Sizes[0])
        {
            throw new ArgumentException(
                $"{operation}: shapes {Layout.Text(x.Sizes)} and {Layout.Text(y.Sizes)} do not fit; [m, k] and [k, n] would.");
        }

        return Node.Record(operation, MatrixProduct.Run(operation, x, y), [x, y], node =>
        {
            var (xs, ys) = (node.Save(x), node.Save(y));
            return g =>
            [
                node.Wants(0) ? MatrixProduct.Run(operation, g, ys.Value.t()) : null,
                node.Wants(1) ? MatrixProduct.Run(operation, xs.Value.t(), g) : null,
            ];
        });
    }

    /// <summary>x (… × in) · weightsᵀ (in × out) + bias (out).</summary>
    public static Tensor Apply(Tensor x, Tensor weights, Tensor? bias)
    {
        if (x.Sizes.Length == 0 || weights.Sizes.Length != 2 || x.Sizes[^1] != weights.Sizes[1] || (
            bias is not null && !bias.Sizes.SequenceEqual([weights.Sizes[0]])))
        {
            throw new ArgumentException(
                $"linear: input {Layout.Text(x.Sizes)}, weights "
                + $"{Layout.Text(weights.Sizes)}{(bias is null ? "" : $" and bias {Layout.Text(bias.Sizes)}")} do not fit; […, in], "
                    + "[out, in] and [out] would.");
        }

        if (x.Sizes.Length != 2)
        {
            return Apply(x.reshape(-1, x.Sizes[^1]), weights, bias).view([.. x.Sizes[..^1], weights.Sizes[0]]);
        }

        var result = MatrixProduct.Run("linear", x, weights.t(), bias is null ? null : Copy.RowMajor(bias));
        return Node.Record("linear", result, bias is null ? [x, weights] : [x, weights, bias], node =>
        {
            var (xs, ws) = (node.Save(x), node.Save(weights));
            var hasBias = bias is not null;
            return g =>
            {
                var input = node.Wants(0) ? MatrixProduct.Run("linear", g, ws.Value) : null;
                var weight = node.Wants(1) ? MatrixProduct.Run("linear", g.t(), xs.Value) : null;
                return hasBias ? [input, weight, node.Wants(2) ? Reduction.SumTo(g, [g.Sizes[1]]) : null] : [input, weight];
            };
        });
    }
}
