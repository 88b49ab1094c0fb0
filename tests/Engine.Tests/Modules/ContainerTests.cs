using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Repro.Engine.Tests.Modules;

public class ContainerTests
{
    [Fact]
    public void ASequenceNamesItsModulesByPositionOrByName()
    {
        using var scope = NewDisposeScope();
        var byPosition = Sequential(new List<Module<Tensor, Tensor>> { Linear(2, 3), ReLU() });
        Assert.Equal(["0.weight", "0.bias"], byPosition.state_dict().Keys);
        var byName = Sequential(
            new List<(string, Module<Tensor, Tensor>)> { ("first", Linear(2, 3)), ("second", LayerNorm(3)) }).append("third", Linear(3, 1));
        Assert.Equal(
            ["first.weight", "first.bias", "second.weight", "second.bias", "third.weight", "third.bias"], byName.state_dict().Keys);
        Assert.Equal(3, byName.Count);
        Assert.Same(byName.children().First(), byName[0]);
        Assert.Throws<InvalidOperationException>(() => Sequential(("a", ReLU()), ("a", ReLU())));
    }

    [Fact]
    public void ARangeOfASequenceIsASequenceOfTheSameModules()
    {
        using var scope = NewDisposeScope();
        var whole = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2));
        var (rest, first) = (whole[1..], whole[(null, 1)]);
        Assert.Equal((2, 1), (rest.Count, first.Count));
        Assert.Same(whole[2], rest[1]);
        Assert.Equal(["1.weight", "1.bias"], rest.state_dict().Keys);
        var x = ones(1, 3);
        Assert.Equal(whole.call(x).data<float>().ToArray(), rest.call(first.call(x)).data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => whole[2..9]);
    }

    [Fact]
    public void ASequenceTakesNamesInTuplesOfEitherKind()
    {
        Tuple<string, nn.Module<Tensor, Tensor>>[] named = [new("a", nn.Linear(1, 1)), new("b", nn.ReLU())];
        Assert.Equal(["a.weight", "a.bias"], nn.Sequential(named).state_dict().Keys);
        Assert.Equal(["a.weight", "a.bias"], nn.Sequential(named.ToList()).state_dict().Keys);
    }

    [Fact]
    public void ASequenceOfNothingOrOfIdentitiesPassesItsInputOnAndLeavesItAlive()
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(1, 2, 3);
        foreach (var module in new[] { Sequential(), Sequential(Identity(), Identity()), Sequential(Sequential(), Dropout(0)) })
        {
            var y = module.call(x);
            Bits.Equal(x.Values(), y.Values(), "output");
            y.Dispose();
            Assert.False(x.IsInvalid);
        }
    }

    [Fact]
    public void AListRegistersItsModulesByPosition()
    {
        using var scope = NewDisposeScope();
        var list = ModuleList(Linear(2, 3), Linear(3, 4));
        list.Add(Linear(4, 1));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias"], list.state_dict().Keys);
        Assert.Equal(3, list.Count);
        Assert.Equal(1, list.IndexOf(list[1]));
        Assert.Equal(list.children(), list);
        list.eval();
        Assert.All(list, module => Assert.False(module.training));
    }

    [Fact]
    public void StatesHavePyTorchsNames()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(["weight", "bias"], LayerNorm(3).state_dict().Keys);
        Assert.Equal(["weight"], LayerNorm(3, bias: false).state_dict().Keys);
        Assert.Empty(LayerNorm(3, elementwise_affine: false).state_dict());
        Assert.Equal(["weight", "bias"], GroupNorm(1, 3).state_dict().Keys);
        Assert.Empty(GroupNorm(1, 3, affine: false).state_dict());
        Assert.Equal(["weight"], Embedding(3, 2).state_dict().Keys);
        Assert.Equal(["weight", "bias"], Conv2d(4, 6, 3, groups: 2).state_dict().Keys);
        Assert.Equal([6, 2, 3, 3], Conv2d(4, 6, 3, groups: 2).weight.shape);
        Assert.Equal([4, 3, 3, 3], ConvTranspose2d(4, 6, 3, groups: 2).weight.shape);
        Assert.Empty(CrossEntropyLoss(ones(3)).state_dict());
        Assert.Empty(Dropout().state_dict());
    }
}
