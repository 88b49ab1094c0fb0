using static TorchSharp.torch;

namespace Repro.Engine.Tests.Tensors;

public class DisposeScopeTests
{
    [Fact]
    public void AScopeDisposesWhatWasMadeInItOnItsThread()
    {
        Tensor inside, moved, detached, elsewhere = null!;
        var outside = zeros(1);
        using (var outer = NewDisposeScope())
        {
            using (var scope = NewDisposeScope())
            {
                inside = outside + 1;
                moved = (outside + 2).MoveToOuterDisposeScope();
                detached = scope.Detach(outside + 3);
                var thread = new Thread(() => elsewhere = zeros(1));
                thread.Start();
                thread.Join();
                Assert.Equal(1, scope.DisposablesCount);
            }

            Assert.True(inside.IsInvalid);
            Assert.False(moved.IsInvalid);
            Assert.Equal(1, outer.DisposablesCount);
        }

        Assert.True(moved.IsInvalid);
        Assert.False(outside.IsInvalid || detached.IsInvalid || elsewhere.IsInvalid);
    }

    [Fact]
    public void SeveralTensorsCanBeAttachedAndKept()
    {
        using var scope = NewDisposeScope();
        Tensor[] tensors = [scope.Detach(zeros(1)), scope.Detach(zeros(1)), scope.Detach(zeros(1))];
        Assert.Equal(0, scope.DisposablesCount);
        scope.Attach(tensors[0], tensors[1]);
        Assert.Equal(tensors, scope.Attach((IEnumerable<IDisposable>)tensors));
        Assert.Equal(3, scope.DisposablesCount);
        scope.DisposeEverythingBut(tensors.Take(1));
        Assert.Equal([false, true, true], tensors.Select(x => x.IsInvalid));
    }

    [Fact]
    public void EverythingButSomeCanBeDisposed()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (zeros(1), zeros(1));
        scope.DisposeEverythingBut(y);
        Assert.True(x.IsInvalid && !y.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
        scope.DisposeEverything();
        Assert.True(y.IsInvalid);
        Assert.False(zeros(1).IsInvalid);
    }

    [Fact]
    public void ATensorBelongsToOneScope()
    {
        using var outer = NewDisposeScope();
        var x = zeros(1);
        using (var inner = NewDisposeScope())
        {
            inner.Attach(x);
            Assert.Equal(0, outer.DisposablesCount);
            x.Dispose();
            Assert.Equal(0, inner.DisposablesCount);
        }

        var closed = NewDisposeScope();
        closed.Dispose();
        closed.Dispose();
        Assert.Throws<ObjectDisposedException>(() => closed.Attach(x));
    }

    [Fact]
    public void ParametersAndBuffersBelongToTheirModule()
    {
        nn.Module<Tensor, Tensor> norm;
        using (NewDisposeScope())
        {
            norm = nn.BatchNorm2d(3);
        }

        Assert.All(norm.state_dict().Values, tensor => Assert.False(tensor.IsInvalid));
        norm.Dispose();
        Assert.All(norm.named_parameters(), entry => Assert.True(entry.parameter.IsInvalid));
    }
}
