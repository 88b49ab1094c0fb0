using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Modules;

public class HookTests
{
    [Fact]
    public void HooksAreCalledAroundForwardInOrder()
    {
        using var scope = NewDisposeScope();
        using var module = nn.ReLU();
        List<string> calls = [];
        module.register_forward_hook(self => calls.Add($"last {self.GetName()}"));
        module.register_forward_hook((_, x, y) =>
        {
            calls.Add($"result {x.item<float>()} {y.item<float>()}");
            return null;
        });
        module.register_forward_pre_hook((_, x) =>
        {
            calls.Add($"input {x.item<float>()}");
            return null;
        });
        module.register_forward_pre_hook(self => calls.Add($"first {self.GetName()}"));

        module.call(tensor(-2f));
        Assert.Equal(["first ReLU", "input -2", "result -2 0", "last ReLU"], calls);
        module.forward(tensor(3f));
        Assert.Equal(4, calls.Count);
    }

    [Fact]
    public void AHookMayReplaceInputAndResult()
    {
        using var scope = NewDisposeScope();
        using var module = nn.ReLU();
        module.register_forward_pre_hook((_, x) => -x);
        module.register_forward_hook((_, x, y) => (x * 10) + y);
        Assert.Equal([22, 0 - 30], module.call(tensor(new float[] { -2, 3 })).Values());
    }

    [Fact]
    public void AHookOfTwoInputsMayReplaceBoth()
    {
        using var scope = NewDisposeScope();
        using var loss = nn.L1Loss(nn.Reduction.None);
        loss.register_forward_pre_hook((_, x, y) => (x * 2, y + 1));
        loss.register_forward_hook((_, _, _, result) => result * 100);
        Assert.Equal([700], loss.call(tensor(new float[] { 5 }), tensor(new float[] { 2 })).Values());
    }

    [Fact]
    public void ARemovedHookIsNotCalled()
    {
        using var scope = NewDisposeScope();
        using var module = nn.ReLU();
        var calls = 0;
        var plain = module.register_forward_pre_hook(_ => calls++);
        var typed = module.register_forward_hook((_, _, y) => y + 1);
        Assert.Equal([2], module.call(ones(1)).Values());
        plain.remove();
        typed.remove();
        plain.remove();
        Assert.Equal([1], module.call(ones(1)).Values());
        Assert.Equal(1, calls);
    }

    [Fact]
    public void AHookMayRemoveItself()
    {
        using var scope = NewDisposeScope();
        using var module = nn.ReLU();
        var calls = 0;
        nn.HookableModule<Func<nn.Module<Tensor, Tensor>, Tensor, Tensor?>, Func<nn.Module<Tensor, Tensor>, Tensor, Tensor,
        Tensor?>>.HookRemover? remover = null;
        remover = module.register_forward_pre_hook(_ =>
        {
            calls++;
            remover!.remove();
        });
        module.call(ones(1));
        module.call(ones(1));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void HooksInsideASequenceAreCalled()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(nn.Linear(2, 2), nn.ReLU());
        var shapes = new List<long[]>();
        foreach (var (_, child) in model.named_children())
        {
            ((nn.Module<Tensor, Tensor>)child).register_forward_hook((_, x, _) =>
            {
                shapes.Add(x.shape);
                return null;
            });
        }

        model.call(ones(3, 2));
        Assert.Equal(2, shapes.Count);
        Assert.All(shapes, shape => Assert.Equal([3, 2], shape));
    }
}
