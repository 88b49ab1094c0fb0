using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Autograd;

public class RetainGradTests
{
    [Fact]
    public void AResultKeepsItsGradientBesideTheLeaves()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var inner = x * 3;
        inner.retain_grad();
        inner.retain_grad();
        (inner * inner).sum().backward();
        Assert.Equal([6, 6], inner.grad!.Values());
        Assert.Equal([18, 18], x.grad!.Values());
        Assert.Null((x * 3).grad);
    }

    [Fact]
    public void PassesAddUpAndALeafIsNoneTheWorse()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        x.retain_grad();
        var inner = x * 3;
        inner.retain_grad();
        var sum = inner.sum();
        sum.backward(retain_graph: true);
        sum.backward(inputs: [x]);
        Assert.Equal([2, 2], inner.grad!.Values());
        Assert.Equal([6, 6], x.grad!.Values());
    }

    [Fact]
    public void AChangeInPlaceMovesTheGradientToTheNewValues()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var inner = x * 3;
        inner.retain_grad();
        inner.mul_(2);
        inner.sum().backward();
        Assert.Equal([1, 1], inner.grad!.Values());
        Assert.Equal([6, 6], x.grad!.Values());
    }

    [Fact]
    public void NobodyKeepsTheGradientOfWhatWasDisposed()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var inner = x * 3;
        inner.retain_grad();
        var sum = inner.sum();
        inner.Dispose();
        sum.backward();
        Assert.Equal([3, 3], x.grad!.Values());
    }

    [Fact]
    public void ItRequiresAGradient() => Assert.Throws<InvalidOperationException>(() => zeros(2).retain_grad());
}
