using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

/// <summary>Losses and the gradients of functions beside the contract's formulas, bit for bit.</summary>
public class LossTests
{
    [Fact]
    public void SquaredErrorsAreSummedInRowMajorOrderOfTheTarget()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Samples.Tensor(1, 3, 5, 8, 9), Samples.Tensor(2, 3, 5, 8, 9));
        var squares = x.Values().Zip(y.Values(), (l, r) => (r - l) * (r - l)).ToArray();

        // A decoder's output has its channels adjacent in memory; the order of the sum is that of the axes all the same.
        var last = x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        foreach (var input in new[] { x, last })
        {
            Bits.Equal(Naive.Sum(squares), nn.functional.mse_loss(input, y, nn.Reduction.Sum).item<float>(), "sum");
            Bits.Equal(Naive.Sum(squares) / squares.Length, nn.functional.mse_loss(input, y).item<float>(), "mean");
        }
    }

    [Fact]
    public void GradientsOfTheSquaredErrorScaleTheDifferenceFirst()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Samples.Tensor(1, 7, 11).requires_grad_(), Samples.Tensor(2, 7, 11).requires_grad_());
        (nn.functional.mse_loss(x, y) * 3).backward();
        var factor = 2f / 77;
        Bits.Equal([.. x.Values().Zip(y.Values(), (l, r) => factor * (l - r) * 3)], x.grad!.Values(), "input");
        Bits.Equal([.. x.Values().Zip(y.Values(), (l, r) => factor * (r - l) * 3)], y.grad!.Values(), "target");
    }

    [Fact]
    public void GradientsOfSigmoidAndTanhComeFromTheirResults()
    {
        for (var length = 1; length <= 70; length++)
        {
            using var scope = NewDisposeScope();
            var (x, upstream) = (Samples.Tensor(length, length).requires_grad_(), Samples.Tensor(length + 1, length));
            var y = x.sigmoid();
            y.backward([upstream]);
            Bits.Equal([.. y.Values().Zip(upstream.Values(), (s, g) => g * (1 - s) * s)], x.grad!.Values(), $"sigmoid, {length} long");
            x.grad = null;
            y = x.tanh();
            y.backward([upstream]);
            Bits.Equal([.. y.Values().Zip(upstream.Values(), (t, g) => g * (1 - (t * t)))], x.grad!.Values(), $"tanh, {length} long");
        }
    }
}
