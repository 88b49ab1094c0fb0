using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Modules;

public class ModuleTests
{
    private sealed class Inner : nn.Module<Tensor, Tensor>
    {
        public readonly Parameter scale = new(ones(2));
        private readonly Tensor offset = zeros(2);

        public Inner()
            : base(nameof(Inner)) => RegisterComponents();

        public override Tensor forward(Tensor input) => (input * scale) + offset;
    }

    private sealed class Outer : nn.Module<Tensor, Tensor>
    {
        private readonly Linear last;
        private readonly Inner inner;
        private readonly Sequential chain;
        private readonly Parameter own = new(zeros(1));

        public Outer()
            : base(nameof(Outer))
        {
            chain = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), new Inner());
            inner = new Inner();
            last = nn.Linear(2, 1, hasBias: false);
            register_module("renamed", nn.BatchNorm1d(2));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => last.call(inner.call(chain.call(input))) + own;
    }

    /// <summary>A module that gives back what it is given.</summary>
    private sealed class Identity() : nn.Module<Tensor, Tensor>(nameof(Identity))
    {
        public override Tensor forward(Tensor input) => input;
    }

    // A module's own come first, then those of the modules below, in order of registration; fields register in order of declaration.
    [Fact]
    public void NamesFollowTheOrderOfRegistration()
    {
        using var model = new Outer();
        Assert.Equal(
            ["own", "renamed.weight", "renamed.bias", "last.weight", "inner.scale", "chain.0.weight", "chain.0.bias", "chain.2.scale"],
            model.named_parameters().Select(entry => entry.name));
        Assert.Equal(
            ["renamed.running_mean", "renamed.running_var", "renamed.num_batches_tracked", "inner.offset", "chain.2.offset"],
            model.named_buffers().Select(entry => entry.name));
        Assert.Equal(
            model.named_parameters().Select(e => e.name).Concat(model.named_buffers().Select(e => e.name)), model.state_dict().Keys);
        Assert.Equal(["own"], model.named_parameters(recurse: false).Select(entry => entry.name));
        Assert.Equal(["renamed", "last", "inner", "chain"], model.named_children().Select(entry => entry.name));
        Assert.Equal(
            ["renamed", "last", "inner", "chain", "chain.0", "chain.1", "chain.2"], model.named_modules().Select(entry => entry.name));
        Assert.Equal(8, model.parameters().Count());
        Assert.Equal("p.own", model.state_dict(prefix: "p.").Keys.First());
    }

    [Fact]
    public void StatesAreCopiedByName()
    {
        using var scope = NewDisposeScope();
        using var from = new Outer();
        using var to = new Outer();
        var (missing, unexpected) = to.load_state_dict(from.state_dict());
        Assert.Empty(missing.Concat(unexpected));
        var x = Samples.Tensor(1, 3, 2);
        Bits.Equal(from.call(x).Values(), to.call(x).Values(), "outputs");
    }

    [Fact]
    public void StrictLoadingNamesWhatIsMissingAndLeftOver()
    {
        using var model = nn.Linear(2, 1);
        var before = model.weight.Values();
        var state = new Dictionary<string, Tensor> { ["weight"] = zeros(1, 2), ["other"] = zeros(1) };
        var error = Assert.Throws<InvalidOperationException>(() => model.load_state_dict(state));
        Assert.Equal("load_state_dict: missing [bias], unexpected [other].", error.Message);
        Bits.Equal(before, model.weight.Values(), "weights after the refusal");
        var (missing, unexpected) = model.load_state_dict(state, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["other"], unexpected);
        Assert.Equal([0, 0], model.weight.Values());
        model.load_state_dict(new() { ["weight"] = ones(1, 2) }, skip: ["bias"]);
        Assert.Equal([1, 1], model.weight.Values());
    }

    [Fact]
    public void LoadingAnotherShapeNamesItAndChangesNothing()
    {
        using var model = nn.Linear(2, 1);
        var before = model.weight.Values();
        var error = Assert.Throws<InvalidOperationException>(
            () => model.load_state_dict(new() { ["weight"] = zeros(1, 2), ["bias"] = zeros(3) }));
        Assert.Contains("bias", error.Message, StringComparison.Ordinal);
        Assert.Contains("[3]", error.Message, StringComparison.Ordinal);
        Bits.Equal(before, model.weight.Values(), "weights");
    }

    [Fact]
    public void TrainAndEvalReachEveryModule()
    {
        using var model = new Outer();
        Assert.All(model.modules(), module => Assert.True(module.training));
        model.eval();
        Assert.All(model.modules().Append(model), module => Assert.False(module.training));
        model.train();
        Assert.All(model.modules().Append(model), module => Assert.True(module.training));
        model.eval();
        var late = new Inner();
        model.register_module("late", late);
        Assert.False(late.training);
    }

    [Fact]
    public void ComponentsHaveNamesOfTheirOwn()
    {
        using var model = new Inner();
        Assert.Throws<InvalidOperationException>(() => model.register_buffer("offset", zeros(1)));
        Assert.Throws<ArgumentException>(() => model.register_buffer("a.b", zeros(1)));
        Assert.Throws<ArgumentException>(() => model.register_buffer("", zeros(1)));
    }

    [Fact]
    public void TransientBuffersAreListedAndNotSaved()
    {
        using var model = new Inner();
        model.register_buffer("cache", zeros(1), persistent: false);
        Assert.Equal(["offset", "cache"], model.named_buffers().Select(entry => entry.name));
        Assert.Equal(["offset"], model.named_buffers(include_nonpersistent: false).Select(entry => entry.name));
        Assert.DoesNotContain("cache", model.state_dict().Keys);
    }

    [Fact]
    public void ZeroGradRemovesOrClears()
    {
        using var scope = NewDisposeScope();
        using var model = new Inner();
        model.call(ones(2)).sum().backward();
        model.zero_grad(set_to_none: false);
        Assert.Equal([0, 0], model.scale.grad!.Values());
        model.zero_grad();
        Assert.Null(model.scale.grad);
    }

    [Fact]
    public void ApplyVisitsChildrenFirst()
    {
        using var model = new Outer();
        var visited = new List<string>();
        Assert.Same(model, model.apply(module => visited.Add(module.GetName())));
        Assert.Equal(["BatchNorm1d", "Linear", "Inner", "Linear", "ReLU", "Inner", "Sequential", "Outer"], visited);
    }

    [Fact]
    public void AParameterTakesItsTensorOver()
    {
        var data = ones(3);
        using var parameter = new Parameter(data);
        Assert.True(data.IsInvalid);
        Assert.True(parameter.requires_grad && parameter.is_leaf);
        Assert.False(new Parameter(ones(1), requires_grad: false).requires_grad);
    }

    [Fact]
    public void SequencesRunInOrderAndMayPassTheirInputOn()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { -1, 2 });
        Assert.Equal([0, 2], nn.Sequential(new Identity(), nn.ReLU(), new Identity(), new Identity()).call(x).Values());
        Assert.Equal([-1, 2], nn.Sequential().call(x).Values());
        var same = nn.Sequential(new Identity()).call(x);
        same.Dispose();
        Assert.False(x.IsInvalid);
        Assert.Equal(2, nn.Sequential(new Identity()).append(nn.ReLU()).Count);
    }
}
