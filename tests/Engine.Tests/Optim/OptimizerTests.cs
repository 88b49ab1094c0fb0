using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Optim;

/// <summary>What all optimizers have in common.</summary>
public class OptimizerTests
{
    public static TheoryData<string> Names => Optimizers.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void ParametersWithoutGradientStay(string name)
    {
        using var scope = NewDisposeScope();
        var (still, moved) = (new Parameter(ones(3)), new Parameter(ones(3)));
        using var optimizer = Optimizers.Make(name, [still, moved]);
        moved.grad = ones(3);
        Assert.Null(optimizer.step());
        Assert.Equal([1, 1, 1], still.Values());
        Assert.All(moved.Values(), value => Assert.NotEqual(1, value));
    }

    [Fact]
    public void ZeroGradFillsWithZerosAndLeavesAbsentOnesAbsent()
    {
        using var scope = NewDisposeScope();
        var (with, without) = (new Parameter(ones(3)), new Parameter(ones(3)));
        using var sgd = optim.SGD([with, without], 0.1);
        with.sum().backward();
        sgd.zero_grad();
        Assert.Equal([0, 0, 0], with.grad!.Values());
        Assert.Null(without.grad);
    }

    [Fact]
    public void AClosureComputesTheLossAndItsGradientsFirst()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(tensor(new[] { 2f }));
        using var sgd = optim.SGD([parameter], 0.25);
        using var outside = no_grad();
        var loss = sgd.step(() =>
        {
            sgd.zero_grad();
            var value = parameter.square().sum();
            value.backward();
            return value;
        });
        Assert.Equal(4, loss!.item<float>());
        Assert.Equal([1], parameter.Values());
        Assert.False(is_grad_enabled());
    }

    [Theory]
    [InlineData("Adam, amsgrad")]
    [InlineData("RMSProp, momentum")]
    [InlineData("SGD, nesterov")]
    public void AStepLiesOutsideOfDisposeScopes(string name)
    {
        using var outer = NewDisposeScope();
        var parameter = new Parameter(ones(3));
        using var optimizer = Optimizers.Make(name, [parameter]);
        for (var step = 0; step < 3; step++)
        {
            using var scope = NewDisposeScope();
            parameter.grad = ones(3);
            optimizer.step();
            Assert.Equal(1, scope.DisposablesCount);
        }
    }

    [Fact]
    public void MaximizeClimbsWhatItsOppositeDescends()
    {
        using var scope = NewDisposeScope();
        var (up, down) = (new Parameter(Samples.Tensor(1, 40)), new Parameter(Samples.Tensor(1, 40)));
        optim.Optimizer[] optimizers =
        [
            optim.SGD([up], 0.1, 0.9, weight_decay: 0.1, maximize: true), optim.SGD([down], 0.1, 0.9, weight_decay: 0.1),
            optim.AdamW([up], 0.1, weight_decay: 0.1, maximize: true), optim.AdamW([down], 0.1, weight_decay: 0.1),
            optim.RMSProp([up], 0.1, weight_decay: 0.1, maximize: true), optim.RMSProp([down], 0.1, weight_decay: 0.1),
        ];
        up.grad = Samples.Tensor(2, 40);
        down.grad = -up.grad;
        foreach (var optimizer in optimizers)
        {
            optimizer.step();
            optimizer.Dispose();
        }

        Bits.Equal(down.Values(), up.Values(), "parameters");
    }

    [Fact]
    public void SettingsOutOfRangeAreRefusedByName()
    {
        using var scope = NewDisposeScope();
        Parameter[] p = [new(ones(1))];
        Refused("lr", "SGD: the learning rate is -1; it must be a finite number that is not negative.", () => optim.SGD(p, -1));
        Refused("momentum", "SGD: momentum is -0.1; ", () => optim.SGD(p, 0.1, -0.1));
        Refused("dampening", "SGD: dampening is NaN; ", () => optim.SGD(p, 0.1, 0.9, double.NaN));
        Refused("nesterov", "SGD: momentum is 0; it must be positive with nesterov.", () => optim.SGD(p, 0.1, nesterov: true));
        Refused("nesterov", "SGD: dampening is 0.1; it must be 0 with nesterov.", () => optim.SGD(p, 0.1, 0.9, 0.1, nesterov: true));
        Refused("beta1", "Adam: beta1 is 1; it must be in [0, 1).", () => optim.Adam(p, beta1: 1));
        Refused("beta2", "AdamW: beta2 is NaN; ", () => optim.AdamW(p, beta2: double.NaN));
        Refused("eps", "Adam: eps is -1E-08; ", () => optim.Adam(p, eps: -1e-8));
        Refused("weight_decay", "AdamW: weight_decay is -1; ", () => optim.AdamW(p, weight_decay: -1));
        Refused("alpha", "RMSProp: alpha is -1; ", () => optim.RMSProp(p, alpha: -1));
        Refused("lr", "RMSProp: the learning rate is Infinity; ", () => optim.RMSProp(p, double.PositiveInfinity));
    }

    [Fact]
    public void AParameterGivenTwiceIsRefused()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(ones(2, 3));
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => optim.SGD([parameter, parameter], 0.1)).Message);
    }

    [Fact]
    public void ParametersWithGapsInTheirMemoryAreRefused()
    {
        using var scope = NewDisposeScope();
        var whole = ones(2, 4);
        var p = new Parameter(whole.narrow(1, 0, 2));
        Assert.Contains("clone()", Assert.Throws<InvalidOperationException>(() => optim.Adam([p])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyTheProcessorIsAPlace()
    {
        using var scope = NewDisposeScope();
        using var adam = optim.Adam([new Parameter(ones(1))]);
        adam.to(CPU);
        Assert.Throws<NotSupportedException>(() => adam.to(device("cuda")));
    }

    [Fact]
    public void ADisposedOptimizerTakesNoStep()
    {
        using var scope = NewDisposeScope();
        var adam = optim.Adam([new Parameter(ones(1))]);
        adam.Dispose();
        Assert.Throws<ObjectDisposedException>(() => adam.step());
    }

    private static void Refused(string setting, string message, Action make) =>
        Assert.True(Assert.Throws<ArgumentException>(make).Message.StartsWith(message, StringComparison.Ordinal), setting);
}
