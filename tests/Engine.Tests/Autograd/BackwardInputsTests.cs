using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Autograd;

public class BackwardInputsTests
{
    [Fact]
    public void OnlyTheInputsGetGradients()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var w = full(2, 3f, requires_grad: true);
        var inner = x * w;
        (inner * 5).sum().backward(inputs: [w, inner]);
        Assert.Null(x.grad);
        Assert.Equal([5, 5], w.grad!.Values());
        Assert.Equal([5, 5], inner.grad!.Values());
    }

    [Fact]
    public void InputsRequireGradients()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        Assert.Throws<ArgumentException>(() => x.sum().backward(inputs: [zeros(2)]));
        Assert.Throws<NotSupportedException>(() => x.sum().backward(create_graph: true));
    }
}
