using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Products;
using Repro.Engine.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Products of vectors, matrices and batches of matrices (rule 2), all made of matrix products.</summary>
internal static class MatrixMultiplication
{
    /// <summary>The product of any ranks: vectors are rows or columns, axes before the last two are batches and broadcast.</summary>
    public static Tensor Run(Tensor x, Tensor y)
    {
        var (rankOfX, rankOfY) = (x.Sizes.Length, y.Sizes.Length);
        if (rankOfX == 0 || rankOfY == 0 || x.Sizes[^1] != y.Sizes[rankOfY == 1 ? 0 : ^2])
        {
            throw new ArgumentException(
                $"matmul: shapes {Layout.Text(x.Sizes)} and {Layout.Text(y.Sizes)} do not fit; […, m, k] and […, k, n] would, or [k] "
                + "for either.");
        }

        if (rankOfX == 2 && rankOfY == 2)
        {
            return Linear.Product("matmul", x, y);
        }

        if (rankOfX == 1)
        {
            return Run(x.unsqueeze(0), y) is var product && rankOfY == 1 ? product.squeeze(0) : product.squeeze(-2);
        }

        if (rankOfY == 1)
        {
            return Run(x, y.unsqueeze(1)).squeeze(-1);
        }

        // One matrix on the right: the rows of all batches are one matrix on the left.
        return rankOfY == 2
            ? Linear.Product("matmul", x.reshape(Layout.Count(x.Sizes[..^1]), x.Sizes[^1]), y).view([.. x.Sizes[..^1], y.Sizes[1]])
            : Broadcast(x, y);
    }

    /// <summary>x (b × m × k) · y (b × k × n), matrix by matrix.</summary>
    public static Tensor Batches(Tensor x, Tensor y)
    {
        if (x.Sizes.Length != 3 || y.Sizes.Length != 3 || x.Sizes[0] != y.Sizes[0] || x.Sizes[2] != y.Sizes[1])
        {
            throw new ArgumentException(
                $"bmm: shapes {Layout.Text(x.Sizes)} and {Layout.Text(y.Sizes)} do not fit; [b, m, k] and [b, k, n] would.");
        }

        return Node.Record("bmm", Products(x, y), [x, y], node =>
        {
            var (xs, ys) = (node.Save(x), node.Save(y));
            return g =>
            [
                node.Wants(0) ? Products(g, ys.Value.transpose(1, 2)) : null,
                node.Wants(1) ? Products(xs.Value.transpose(1, 2), g) : null,
            ];
        });
    }

    /// <summary>beta·x + alpha·(a·b). Where beta is 0, x is not looked at, but has a gradient: 0 times the result's.</summary>
    public static Tensor AddProduct(Tensor x, Tensor a, Tensor b, float beta, float alpha)
    {
        var product = Linear.Product("addmm", a, b);
        if (!Layout.Broadcast("addmm", x.Sizes, product.Sizes).AsSpan().SequenceEqual(product.Sizes))
        {
            throw new ArgumentException(
                $"addmm: shape {Layout.Text(x.Sizes)} does not broadcast to that of the product, {Layout.Text(product.Sizes)}.");
        }

        product = alpha == 1 ? product : Arithmetic.Multiply(product, (Scalar)alpha);
        return beta == 0
            ? Node.Record("addmm", product.Alias(), [x, product], node =>
            {
                var sizes = x.shape;
                return g => [node.Wants(0) ? Reduction.SumTo(Arithmetic.Multiply(g, 0), sizes) : null, g];
            })
            : Arithmetic.Add(beta == 1 ? x : Arithmetic.Multiply(x, (Scalar)beta), product);
    }

    private static Tensor Broadcast(Tensor x, Tensor y)
    {
        if (!Layout.Broadcasts(x.Sizes[..^2], y.Sizes[..^2]))
        {
            throw new ArgumentException(
                $"matmul: shapes {Layout.Text(x.Sizes)} and {Layout.Text(y.Sizes)} do not fit; the axes before the last two broadcast "
                + "where they are equal or one is 1.");
        }

        var batches = Layout.Broadcast("matmul", x.Sizes[..^2], y.Sizes[..^2]);
        var (m, k, n) = (x.Sizes[^2], x.Sizes[^1], y.Sizes[^1]);
        var count = Layout.Count(batches);
        var left = x.expand([.. batches, m, k]).reshape(count, m, k);
        var right = y.expand([.. batches, k, n]).reshape(count, k, n);
        return Batches(left, right).view([.. batches, m, n]);
    }

    private static Tensor Products(Tensor x, Tensor y)
    {
        using var noGrad = no_grad();
        var result = Tensor.Allocate([x.Sizes[0], x.Sizes[1], y.Sizes[2]]);
        for (var batch = 0L; batch < x.Sizes[0]; batch++)
        {
            using var left = Matrix(x, batch);
            using var right = Matrix(y, batch);
            using var target = Matrix(result, batch);
            MatrixProduct.Into("bmm", left, right, null, target);
        }

        return result;
    }

    private static Tensor Matrix(Tensor x, long batch) => x.View(x.Sizes[1..], x.Strides[1..], x.Offset + (batch * x.Strides[0]));
}
