using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Optim;

public class ParamGroupTests
{
    [Fact]
    public void AGroupGoesByItsOwnSettingsAndTheOptimizersForTheRest()
    {
        using var scope = NewDisposeScope();
        Parameter[] p = [.. Enumerable.Range(0, 4).Select(_ => new Parameter(Samples.Tensor(1, 40)))];
        using var together = optim.SGD(
            [
                new SGD.ParamGroup([p[0]], new SGD.Options { LearningRate = 0.5, nesterov = true }),
                new SGD.ParamGroup { Parameters = [p[1]] },
            ],
            0.1,
            0.9);
        using var first = optim.SGD([p[2]], 0.5, 0.9, nesterov: true);
        using var second = optim.SGD([p[3]], 0.1, 0.9);
        for (var step = 0; step < 3; step++)
        {
            Array.ForEach(p, parameter => parameter.grad = Samples.Tensor(step, 40));
            together.step();
            first.step();
            second.step();
        }

        Bits.Equal(p[2].Values(), p[0].Values(), "first group");
        Bits.Equal(p[3].Values(), p[1].Values(), "second group");
        Assert.Equal([0.5, 0.1], together.ParamGroups.Select(group => group.LearningRate));
        Assert.Equal([0.5, 0.1], together.ParamGroups.Select(group => group.InitialLearningRate));
        Assert.Equal([p[0], p[1]], together.parameters());
    }

    [Fact]
    public void EachOptimizerTakesNamesAndGroups()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(3, 2);
        optim.Optimizer[] optimizers =
        [
            optim.SGD(layer.named_parameters(), 0.1),
            optim.Adam(layer.named_parameters()),
            optim.AdamW(layer.named_parameters()),
            optim.RMSProp(layer.named_parameters()),
            optim.SGD([new SGD.ParamGroup(layer.parameters(), 0.1, 0.9)], 1),
            optim.Adam([new Adam.ParamGroup(layer.parameters(), 0.1)]),
            optim.AdamW([new AdamW.ParamGroup(layer.parameters(), 0.1, weight_decay: 1)]),
            optim.RMSProp([new RMSProp.ParamGroup(layer.parameters(), 0.1)]),
        ];
        Assert.All(optimizers, optimizer => Assert.Equal(layer.parameters(), optimizer.parameters()));
        Assert.All(optimizers[4..], optimizer => Assert.Equal(0.1, optimizer.ParamGroups.Single().LearningRate));
    }

    [Fact]
    public void ARateSetOnAGroupCountsFromTheNextStep()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(zeros(1));
        using var sgd = optim.SGD([parameter], 1);
        parameter.grad = ones(1);
        sgd.step();
        sgd.ParamGroups.Single().LearningRate = 0.5;
        sgd.step();
        Assert.Equal([-1.5f], parameter.Values());
        Assert.Equal(1, sgd.ParamGroups.Single().InitialLearningRate);
    }

    [Fact]
    public void AGroupCanComeLater()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (new Parameter(zeros(1)), new Parameter(zeros(1)));
        using var sgd = optim.SGD([first], 1);
        sgd.add_param_group(new SGD.ParamGroup([second], new SGD.Options { LearningRate = 0.5 }));
        (first.grad, second.grad) = (ones(1), ones(1));
        sgd.step();
        Assert.Equal([-1, -0.5f], [.. first.Values(), .. second.Values()]);
    }

    [Fact]
    public void AGroupThatDoesNotFitIsRefused()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (new Parameter(zeros(1)), new Parameter(zeros(1)));
        using var sgd = optim.SGD([first], 1);
        Assert.Contains(
            "twice", Assert.Throws<ArgumentException>(() => sgd.add_param_group(new SGD.ParamGroup { Parameters = [first] })).Message);
        Assert.Equal(
            "Options of SGD do not fit Adam.",
            Assert.Throws<ArgumentException>(() => sgd.add_param_group(new Adam.ParamGroup([second], 0.1))).Message);
        Assert.Throws<ArgumentException>(() => sgd.add_param_group(new SGD.ParamGroup([second], momentum: -1)));
        Assert.Single(sgd.ParamGroups);
    }
}
