using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Kernels.Products;

/// <summary>Products of few rows, or along a short axis, beside the contract's order.</summary>
public class UnpackedProductTests
{
    public static TheoryData<int, int, int> Shapes()
    {
        var shapes = new TheoryData<int, int, int>();
        foreach (var depth in (ReadOnlySpan<int>)[1, 2, 50, 255, 256, 257, 700])
        {
            foreach (var columns in (ReadOnlySpan<int>)[1, 7, 8, 9, 31, 50, 129])
            {
                shapes.Add(1, depth, columns);
                shapes.Add(4, depth, columns);
            }
        }

        foreach (var depth in (ReadOnlySpan<int>)[1, 3, 4])
        {
            shapes.Add(37, depth, 11);
            shapes.Add(11, depth, 5000);
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void OrderIsThatOfEveryProduct(int rows, int depth, int columns)
    {
        var (x, y) = (Samples.WithSpecial(rows * depth, 3), Samples.Numbers(depth * columns, 4));
        var expected = new float[rows * columns];
        for (var i = 0; i < expected.Length; i++)
        {
            var (row, column) = Math.DivRem(i, columns);
            expected[i] = Naive.Product(depth, k => (x[(row * depth) + k], y[(k * columns) + column]));
        }

        Threads.Each(threads =>
        {
            using var scope = NewDisposeScope();
            var (left, right) = (tensor(x, [rows, depth]), tensor(y, [depth, columns]));
            var transposed = right.t().contiguous().t();
            Bits.Equal(expected, matmul(left, right).Values(), $"{threads} threads, neighbouring columns");
            Bits.Equal(expected, matmul(left, transposed).Values(), $"{threads} threads, neighbouring rows");
            Bits.Equal(expected, matmul(left.t().contiguous().t(), right).Values(), $"{threads} threads, left operand by columns");
        });
    }

    // With a bias, each total is finished before it is added.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public void BiasComesLast(int rows)
    {
        using var scope = NewDisposeScope();
        var (x, weight, bias) = (Samples.Tensor(1, rows, 300), Samples.Tensor(2, 50, 300), Samples.Tensor(3, 50));
        Bits.Equal((matmul(x, weight.t()) + bias).Values(), nn.functional.linear(x, weight, bias).Values(), "linear");
    }
}
