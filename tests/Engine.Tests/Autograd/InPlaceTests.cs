using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
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
        ["floor_"] = (x => x.floor_(), x => x.floor()),
        ["ceil_"] = (x => x.ceil_(), x => x.ceil()),
        ["torch.floor_"] = (x => floor_(x), floor),
        ["torch.ceil_"] = (x => ceil_(x), ceil),
        ["erf_"] = (x => x.erf_(), x => x.erf()),
        ["expm1_"] = (x => x.expm1_(), x => x.expm1()),
        ["log1p_"] = (x => x.log1p_(), x => x.log1p()),
        ["clamp_ by tensors"] = (x => x.clamp_(tensor(new[] { 1f, 2 }), tensor(2f)), x => x.clamp(tensor(new[] { 1f, 2 }), tensor(2f))),
        ["torch.add_"] = (x => add_(x, 3, 2), x => x + 6),
        ["torch.sub_"] = (x => sub_(x, 2), x => x - 2),
        ["torch.mul_"] = (x => mul_(x, tensor(new[] { 2f, 3 })), x => x * tensor(new[] { 2f, 3 })),
        ["torch.div_"] = (x => div_(x, 2, RoundingMode.floor), x => div(x, 2, RoundingMode.floor)),
        ["torch.pow_"] = (x => pow_(x, 3), x => x.pow(3)),
        ["torch.clamp_"] = (x => clamp_(x, 1, 2), x => x.clamp(1, 2)),
        ["torch.unsqueeze_"] = (x => unsqueeze_(x, 1), x => x.unsqueeze(1)),
        ["torch.exp_"] = (x => exp_(x), exp),
        ["torch.log_"] = (x => log_(x), log),
        ["torch.sqrt_"] = (x => sqrt_(x), sqrt),
        ["torch.rsqrt_"] = (x => rsqrt_(x), rsqrt),
        ["torch.abs_"] = (x => abs_(x), abs),
        ["torch.neg_"] = (x => neg_(x), neg),
        ["torch.sigmoid_"] = (x => sigmoid_(x), sigmoid),
        ["torch.tanh_"] = (x => tanh_(x), tanh),
        ["torch.erf_"] = (x => erf_(x), erf),
        ["torch.expm1_"] = (x => expm1_(x), expm1),
        ["torch.log1p_"] = (x => log1p_(x), log1p),
        ["functional.relu"] = (x => nn.functional.relu(x, inplace: true), x => x.relu()),
        ["nn.ReLU"] = (x => nn.ReLU(inplace: true).call(x), x => x.relu()),
        ["nn.LeakyReLU"] = (x => nn.LeakyReLU(0.2, inplace: true).call(x), x => nn.functional.leaky_relu(x, 0.2)),
        ["nn.ELU"] = (x => nn.ELU(0.7, inplace: true).call(x), x => nn.functional.elu(x, 0.7)),
        ["nn.GELU"] = (x => nn.GELU(inplace: true).call(x), nn.functional.gelu),
        ["nn.GELU by tanh"] = (
            x => nn.GELU(GELU.Approximate.tanh, inplace: true).call(x), x => nn.functional.gelu(x, GELU.Approximate.tanh)),
        ["nn.SiLU"] = (x => nn.SiLU(inplace: true).call(x), x => nn.functional.silu(x)),
        ["nn.Sigmoid"] = (x => nn.Sigmoid(inplace: true).call(x), nn.functional.sigmoid),
        ["nn.Tanh"] = (x => nn.Tanh(inplace: true).call(x), x => nn.functional.tanh(x)),
        ["transpose_"] = (x => x.transpose_(0, 1), x => x.t()),
        ["unsqueeze_"] = (x => x.unsqueeze_(1), x => x.unsqueeze(1)),
        ["squeeze_"] = (x => x.unsqueeze_(0).squeeze_(0), x => x),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AChangeInPlaceIsTheFunctionWithItsGradient(string name)
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
    public void DropoutInPlaceDrawsTheSameMask()
    {
        using var scope = NewDisposeScope();
        Tensor Dropped(bool inplace)
        {
            manual_seed(3);
            var x = Samples.Tensor(1, 40).requires_grad_();
            var inside = x.clone();
            var y = nn.Dropout(0.4, inplace).call(inside);
            Assert.Equal(inplace, inside.data<float>().SequenceEqual(y.data<float>()));
            y.sum().backward();
            return stack([y.detach(), x.grad!]);
        }

        Bits.Equal(Dropped(false).Values(), Dropped(true).Values(), "dropout");
        Assert.Equal([0, 0], nn.functional.dropout(ones(2), 1, inplace: true).Values());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ActivationsInPlaceTrainNetworksLikeOthers(bool batchNorm)
    {
        using var scope = NewDisposeScope();
        float[] Gradients(bool inplace)
        {
            manual_seed(3);
            using var model = nn.Sequential(
                nn.Conv2d(2, 3, 3), batchNorm
                    ? nn.BatchNorm2d(3)
                    : nn.GroupNorm(1, 3), nn.ReLU(inplace), nn.ConvTranspose2d(3, 2, 3), nn.LeakyReLU(0.2, inplace),
                nn.MaxPool2d(2), nn.SiLU(inplace), nn.Flatten(), nn.Linear(18, 4), nn.Tanh(inplace), nn.LayerNorm(4), nn.ELU(0.5, inplace));
            model.call(Samples.Tensor(1, 3, 2, 6, 6)).square().sum().backward();
            return [.. model.parameters().SelectMany(parameter => parameter.grad!.Values())];
        }

        Bits.Equal(Gradients(false), Gradients(true), "gradients");
    }

    [Fact]
    public void AnActivationInPlaceOfWhatAGradientNeedsIsRefused()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        Assert.Contains(
            "relu: other tensors share", Assert.Throws<InvalidOperationException>(() => nn.ReLU(inplace: true).call(x.sigmoid())).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "relu would change a leaf", Assert.Throws<InvalidOperationException>(() => nn.ReLU(inplace: true).call(x)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AGradientReachesWhatIsAddedOrCopiedIn()
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
    public void SharedMemoryAndLeavesDoNotChangeWhereGradientsFlow()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var y = x * 2;
        var view = y.view(1, 2);
        Assert.Contains("share the memory", Assert.Throws<InvalidOperationException>(() => view.add_(1)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "share the memory", Assert.Throws<InvalidOperationException>(() => x.exp().add_(1)).Message, StringComparison.Ordinal);
        Assert.Contains("leaf", Assert.Throws<InvalidOperationException>(() => x.unsqueeze_(0)).Message, StringComparison.Ordinal);
        Assert.Contains("leaf", Assert.Throws<InvalidOperationException>(() => x[0] = 1f).Message, StringComparison.Ordinal);
        Assert.Equal([2, 2], y.detach().Values());
    }

    [Fact]
    public void ATensorMayBeChangedByAViewOfItself()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 2, 3, 4 }, [2, 2]);
        Assert.Equal([2, 5, 5, 8], x.add_(x.t()).Values());
    }

    [Fact]
    public void ATensorDoesNotGrowOrChangeItsTypeInPlace()
    {
        using var scope = NewDisposeScope();
        Assert.Contains(
            "cannot grow", Assert.Throws<ArgumentException>(() => zeros(2).add_(zeros(3, 2))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "does not fit into Int64", Assert.Throws<InvalidOperationException>(() => zeros(2, ScalarType.Int64).add_(0.5)).Message,
            StringComparison.Ordinal);
        Assert.Equal([3L, 3], zeros(2, ScalarType.Int64).add_(3).data<long>().ToArray());
    }

    [Fact]
    public void ADetachedTensorIsALeaf()
    {
        using var scope = NewDisposeScope();
        var y = ones(2, requires_grad: true) * 2;
        Assert.False(y.detach_().requires_grad);
        Assert.True(y.is_leaf);
    }
}
