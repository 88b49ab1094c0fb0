using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Autograd;

public class InPlaceTests
{
    public static readonly Dictionary<string, (Action<Tensor> Change, Func<Tensor, Tensor> Function)> Changes = new()
    {
        ["add_"] = (x => x.add_(2), x => x + 2),
        ["add_ of a multiple"] = (x => x.add_(3, 2), x => x + 6),
        ["sub_"] = (x => x.sub_(2), x => x - 2),
        ["mul_"] = (x => x.mul_(tensor(new[] { 2f, 3 })), x => x * tensor(new[] { 2f, 3 })),
        ["mul_ by itself"] = (x => x.mul_(x), x => x * x),
        ["div_"] = (x => x.div_(4), x => x / 4),
        ["div_ rounded"] = (x => x.div_(2, RoundingMode.floor), x => x.div(2, RoundingMode.floor)),
        ["pow_"] = (x => x.pow_(3), x => x.pow(3)),
        ["pow_ of a tensor"] = (x => x.pow_(tensor(new[] { 2f, 3 })), x => x.pow(tensor(new[] { 2f, 3 }))),
        ["clamp_"] = (x => x.clamp_(1, 2), x => x.clamp(1, 2)),
        ["neg_"] = (x => x.neg_(), x => -x),
        ["exp_"] = (x => x.exp_(), x => x.exp()),
        ["log_"] = (x => x.log_(), x => x.log()),
        ["sqrt_"] = (x => x.sqrt_(), x => x.sqrt()),
        ["rsqrt_"] = (x => x.rsqrt_(), x => x.rsqrt()),
        ["abs_"] = (x => x.abs_(), x => x.abs()),
        ["sigmoid_"] = (x => x.sigmoid_(), x => x.sigmoid()),
        ["tanh_"] = (x => x.tanh_(), x => x.tanh()),
        ["relu_"] = (x => x.relu_(), x => x.relu()),
        ["transpose_"] = (x => x.transpose_(0, 1), x => x.t()),
        ["unsqueeze_"] = (x => x.unsqueeze_(1), x => x.unsqueeze(1)),
        ["squeeze_"] = (x => x.unsqueeze_(0).squeeze_(0), x => x),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_in_place_is_the_function_with_its_gradient(string name)
    {
        using var scope = NewDisposeScope();
        var (change, function) = Changes[name];
        var numbers = new[] { 0.5f, 1.25f, 2.5f, 3 };
        var plain = tensor(numbers, [2, 2]);
        change(plain);
        var x = tensor(numbers, [2, 2], requires_grad: true);
        var expected = function(x);
        Bits.Equal(expected.detach().Values(), plain.Values(), name);
        var weights = Samples.Tensor(1, expected.shape);
        (expected * weights).sum().backward();

        var y = tensor(numbers, [2, 2], requires_grad: true);
        var inside = y.clone();
        change(inside);
        Bits.Equal(expected.detach().Values(), inside.detach().Values(), name);
        (inside * weights).sum().backward();
        Bits.Equal(x.grad!.Values(), y.grad!.Values(), $"gradient of {name}");
    }

    [Fact]
    public void A_gradient_reaches_what_is_added_or_copied_in()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var total = zeros(2);
        total.add_(x).add_(x);
        total.sum().backward();
        Assert.Equal([2, 2], x.grad!.Values());

        var copy = zeros(3, 2, ScalarType.Float32).copy_(x);
        copy.sum().backward();
        Assert.Equal([5, 5], x.grad!.Values());
    }

    [Fact]
    public void Shared_memory_and_leaves_do_not_change_where_gradients_flow()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var y = x * 2;
        var view = y.view(1, 2);
        Assert.Contains("share the memory", Assert.Throws<InvalidOperationException>(() => view.add_(1)).Message, StringComparison.Ordinal);
        Assert.Contains("share the memory", Assert.Throws<InvalidOperationException>(() => x.exp().add_(1)).Message, StringComparison.Ordinal);
        Assert.Contains("leaf", Assert.Throws<InvalidOperationException>(() => x.unsqueeze_(0)).Message, StringComparison.Ordinal);
        Assert.Contains("leaf", Assert.Throws<InvalidOperationException>(() => x[0] = 1f).Message, StringComparison.Ordinal);
        Assert.Equal([2, 2], y.detach().Values());
    }

    [Fact]
    public void A_tensor_may_be_changed_by_a_view_of_itself()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 2, 3, 4 }, [2, 2]);
        Assert.Equal([2, 5, 5, 8], x.add_(x.t()).Values());
    }

    [Fact]
    public void A_tensor_does_not_grow_or_change_its_type_in_place()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("cannot grow", Assert.Throws<ArgumentException>(() => zeros(2).add_(zeros(3, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("does not fit into Int64", Assert.Throws<InvalidOperationException>(() => zeros(2, ScalarType.Int64).add_(0.5)).Message, StringComparison.Ordinal);
        Assert.Equal([3L, 3], zeros(2, ScalarType.Int64).add_(3).data<long>().ToArray());
    }

    [Fact]
    public void A_detached_tensor_is_a_leaf()
    {
        using var scope = NewDisposeScope();
        var y = ones(2, requires_grad: true) * 2;
        Assert.False(y.detach_().requires_grad);
        Assert.True(y.is_leaf);
    }
}
