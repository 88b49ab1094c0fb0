using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Autograd;

/// <summary>What is recorded, what a backward pass leaves behind, and what it refuses.</summary>
public class GraphTests
{
    [Fact]
    public void GradientsAccumulateOverPasses()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 2 }, requires_grad: true);
        (x * 3).sum().backward();
        (x * x).sum().backward();
        Assert.Equal([5, 7], x.grad!.Values());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void BroadcastGradientsAreSummedBack()
    {
        using var scope = NewDisposeScope();
        var (x, y, z) = (ones([2, 3], requires_grad: true), ones([3], requires_grad: true), tensor(2f, requires_grad: true));
        (x * y * z).backward([ones(2, 3)]);
        Assert.Equal([4, 4, 4], y.grad!.Values());
        Assert.Equal([2, 2, 2, 2, 2, 2], x.grad!.Values());
        Assert.Equal(6, z.grad!.item<float>());
    }

    [Fact]
    public void DetachedAndUnrecordedBranchesGetNoGradient()
    {
        using var scope = NewDisposeScope();
        var x = ones([2], requires_grad: true);
        Assert.False(x.detach().requires_grad);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
            {
                Assert.True((x * 2).requires_grad);
            }
        }

        Assert.True(is_grad_enabled());
        (x * x.detach()).sum().backward();
        Assert.Equal([1, 1], x.grad!.Values());
        Assert.False((ones(2) * 2).requires_grad);
        Assert.True(x.is_leaf && !(x * 2).is_leaf);
    }

    [Fact]
    public void ASecondPassNeedsARetainedGraph()
    {
        using var scope = NewDisposeScope();
        var x = ones([2], requires_grad: true);
        var y = (x * x).sum();
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal([4, 4], x.grad!.Values());
        var error = Assert.Throws<InvalidOperationException>(() => y.backward());
        Assert.Contains("retain_graph: true", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASavedTensorMayNotChange()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (ones([2], requires_grad: true), ones(2));
        var product = (x * y).sum();
        y.add_(1);
        var error = Assert.Throws<InvalidOperationException>(() => product.backward());
        Assert.Contains("the gradient of mul needs was changed in place", error.Message, StringComparison.Ordinal);

        // A view of the memory counts as well; a sum saves nothing and does not mind.
        var other = (x * y).sum();
        y.narrow(0, 0, 1).zero_();
        Assert.Throws<InvalidOperationException>(() => other.backward());
        var sum = (x + y).sum();
        y.zero_();
        sum.backward();
        Assert.Equal([1, 1], x.grad!.Values());
    }

    [Fact]
    public void ALeafThatRequiresItsGradientMayNotChange()
    {
        using var scope = NewDisposeScope();
        var x = ones([2], requires_grad: true);
        foreach (var change in new Action[] { () => x.add_(1), () => x.copy_(zeros(2)), () => x.normal_(), () => x.fill_(3) })
        {
            Assert.Contains("no_grad()", Assert.Throws<InvalidOperationException>(change).Message, StringComparison.Ordinal);
        }

        using var noGrad = no_grad();
        Assert.Equal([2, 2], x.add_(1).Values());
    }

    [Fact]
    public void SavedTensorsOutliveTheirScope()
    {
        using var outer = NewDisposeScope();
        var x = Samples.Tensor(1, 5).requires_grad_();
        Tensor y;
        using (NewDisposeScope())
        {
            y = (x.exp() * x.sigmoid()).sum().MoveToOuterDisposeScope();
        }

        y.backward();
        Assert.Equal(5, x.grad!.numel());
    }

    [Fact]
    public void LeavesDoNotShareTheMemoryOfTheirGradients()
    {
        using var scope = NewDisposeScope();
        var (x, y, upstream) = (ones([2], requires_grad: true), ones([2], requires_grad: true), ones(2));
        (x + y).backward([upstream]);
        x.grad!.mul_(5);
        Assert.Equal([1, 1], y.grad!.Values());
        Assert.Equal([1, 1], upstream.Values());

        var z = ones([2], requires_grad: true);
        z.backward([upstream]);
        z.grad!.zero_();
        Assert.Equal([1, 1], upstream.Values());
    }

    [Fact]
    public void GradientsLieLikeTheirLeaf()
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(1, 2, 3, 4, 4).requires_grad_();
        nn.functional.conv2d(x, Samples.Tensor(2, 5, 3, 3, 3)).sum().backward();
        Assert.Equal(x.stride(), x.grad!.stride());
    }

    [Fact]
    public void AGradientOfAnotherShapeIsRefused()
    {
        using var scope = NewDisposeScope();
        var x = ones([2], requires_grad: true);
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => x.grad = ones(3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => x.grad = ones(2, ScalarType.Float64));
        Assert.Throws<ArgumentException>(() => x.backward([ones(3)]));
    }

    [Fact]
    public void WhatBackwardCannotDoIsRefused()
    {
        using var scope = NewDisposeScope();
        var x = ones([2], requires_grad: true);
        Assert.Contains("[2]", Assert.Throws<InvalidOperationException>(() => x.backward()).Message, StringComparison.Ordinal);
        Assert.Contains(
            "nothing behind", Assert.Throws<InvalidOperationException>(() => ones(1).backward()).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => x.sum().backward(create_graph: true));
        Assert.Throws<InvalidOperationException>(() => tensor(new long[] { 1 }).requires_grad_());
        Assert.Throws<InvalidOperationException>(() => (x * 2).requires_grad_(false));
    }

    [Fact]
    public void ALeafDisposedBeforeThePassIsSkipped()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (ones([2], requires_grad: true), ones([2], requires_grad: true));
        var z = (x + y).sum();
        x.Dispose();
        z.backward();
        Assert.Equal([1, 1], y.grad!.Values());
    }

    [Fact]
    public void LongChainsDoNotOverflowTheStack()
    {
        using var scope = NewDisposeScope();
        var x = ones([1], requires_grad: true);
        var y = x;
        for (var i = 0; i < 20_000; i++)
        {
            y = y + 1;
        }

        y.backward();
        Assert.Equal(1, x.grad!.item<float>());
    }
}
