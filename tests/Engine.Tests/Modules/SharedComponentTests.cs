using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Modules;

/// <summary>A component that a module reaches on two paths counts once, under its first name, as in PyTorch.</summary>
public class SharedComponentTests
{
    [Fact]
    public void ALayerOnTwoPathsCountsOnce()
    {
        using var model = new Shared();
        Assert.Equal(["layer.weight", "layer.bias", "norm.weight", "norm.bias"], model.named_parameters().Select(entry => entry.name));
        Assert.Equal(4, model.parameters().Count());
        Assert.Equal(
            ["norm.running_mean", "norm.running_var", "norm.num_batches_tracked"], model.named_buffers().Select(entry => entry.name));
        Assert.Equal(3, model.buffers().Count());
        Assert.Equal(["layer", "norm", "chain"], model.named_modules().Select(entry => entry.name));
        Assert.Equal(3, model.modules().Count());
    }

    [Fact]
    public void AStateHasEveryNameAsInPyTorch()
    {
        using var model = new Shared();
        Assert.Contains("layer.weight", model.state_dict().Keys);
        Assert.Same(model.state_dict()["layer.weight"], model.state_dict()["chain.0.weight"]);
        Assert.Same(model.state_dict()["norm.running_mean"], model.state_dict()["chain.1.running_mean"]);
        using var other = new Shared();
        var (missing, unexpected) = other.load_state_dict(model.state_dict());
        Assert.Empty(missing.Concat(unexpected));
    }

    [Fact]
    public void ApplyCallsOnceOnEach()
    {
        using var model = new Shared();
        var calls = new List<nn.Module>();
        model.apply(calls.Add);
        Assert.Equal(4, calls.Count);
        Assert.Equal(calls.Distinct(), calls);
        Assert.Same(model, calls[^1]);
    }

    [Fact]
    public void TheSameParameterUnderTwoNamesOfOneModuleCountsOnce()
    {
        using var module = new Twice();
        Assert.Equal("first", Assert.Single(module.named_parameters()).name);
        Assert.Equal("one", Assert.Single(module.named_buffers()).name);
        Assert.Equal(["first", "second", "one", "two"], module.state_dict().Keys);
    }

    [Fact]
    public void TiedWeightsCountOnceAndTheirGradientsAddUp()
    {
        using var scope = NewDisposeScope();
        using var first = nn.Linear(2, 2, hasBias: false);
        using var second = nn.Linear(2, 2, hasBias: false);
        second.weight = first.weight;
        using var model = nn.Sequential(first, second);
        Assert.Equal("0.weight", Assert.Single(model.named_parameters()).name);
        var optimizer = optim.Adam(model.parameters());
        model.call(ones(1, 2)).sum().backward();
        optimizer.step();
        Assert.Same(first.weight, second.weight);
        model.zero_grad();
        Assert.Null(first.weight.grad);
    }

    [Fact]
    public void TheNormOfGradientsCountsASharedParameterOnce()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(1, 1, hasBias: false);
        using var model = nn.Sequential(layer, layer);
        layer.weight = new Parameter(full([1, 1], 3f));
        model.call(ones(1, 1)).sum().backward();
        Assert.Equal(6, nn.utils.clip_grad_norm_(model.parameters(), 1e9));
    }

    [Fact]
    public void TheSameBlockTwiceInASequenceIsNamedOnce()
    {
        using var scope = NewDisposeScope();
        var layer = nn.Linear(2, 2);
        using var model = nn.Sequential(layer, nn.ReLU(), layer);
        Assert.Equal(["0", "1"], model.named_children().Select(child => child.name));
        Assert.Equal(2, model.children().Count());
    }

    private sealed class Shared : nn.Module<Tensor, Tensor>
    {
        private readonly Linear layer = nn.Linear(2, 2);
        private readonly BatchNorm1d norm = nn.BatchNorm1d(2);
        private readonly Sequential chain;

        public Shared()
            : base(nameof(Shared))
        {
            chain = nn.Sequential(layer, norm);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => chain.call(layer.call(input));
    }

    private sealed class Twice : nn.Module<Tensor, Tensor>
    {
        public Twice()
            : base(nameof(Twice))
        {
            var (parameter, buffer) = (new Parameter(ones(1)), ones(1));
            register_parameter("first", parameter);
            register_parameter("second", parameter);
            register_buffer("one", buffer);
            register_buffer("two", buffer);
        }

        public override Tensor forward(Tensor input) => input;
    }
}
