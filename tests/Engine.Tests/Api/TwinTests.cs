using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Api;

/// <summary>A function of torch or of nn.functional is the method of the tensor, or the layer, of its name.</summary>
public class TwinTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Function, Func<Tensor, Tensor> Twin)> Twins = new()
    {
        ["add"] = (x => add(x, x + 1), x => x.add(x + 1)),
        ["add number"] = (x => add(x, 3), x => x.add(3)),
        ["add scaled"] = (x => add(x, x + 1, 3), x => x.add(x + 1, 3)),
        ["add scaled number"] = (x => add(x, (TorchSharp.Scalar)2, 3), x => x.add(2, 3)),
        ["sub"] = (x => sub(x, x + 1), x => x.sub(x + 1)),
        ["sub number"] = (x => sub(x, 3), x => x.sub(3)),
        ["mul"] = (x => mul(x, x + 1), x => x.mul(x + 1)),
        ["mul number"] = (x => mul(x, 3), x => x.mul(3)),
        ["div"] = (x => div(x, x + 7), x => x.div(x + 7)),
        ["div number"] = (x => div(x, 3), x => x.div(3)),
        ["div floor"] = (x => div(x, x + 7, RoundingMode.floor), x => x.div(x + 7, RoundingMode.floor)),
        ["div trunc number"] = (x => div(x, 3, RoundingMode.trunc), x => x.div(3, RoundingMode.trunc)),
        ["neg"] = (neg, x => x.neg()),
        ["exp"] = (exp, x => x.exp()),
        ["log"] = (log, x => x.log()),
        ["sqrt"] = (sqrt, x => x.sqrt()),
        ["rsqrt"] = (rsqrt, x => x.rsqrt()),
        ["abs"] = (abs, x => x.abs()),
        ["sigmoid"] = (sigmoid, x => x.sigmoid()),
        ["tanh"] = (tanh, x => x.tanh()),
        ["erf"] = (erf, x => x.erf()),
        ["expm1"] = (expm1, x => x.expm1()),
        ["log1p"] = (log1p, x => x.log1p()),
        ["floor"] = (floor, x => x.floor()),
        ["ceil"] = (ceil, x => x.ceil()),
        ["square"] = (square, x => x.square()),
        ["pow"] = (x => pow(x, x), x => x.pow(x)),
        ["pow number"] = (x => pow(x, 2.5), x => x.pow(2.5)),
        ["softmax"] = (x => softmax(x, 1), x => x.softmax(1)),
        ["eq"] = (x => eq(x, x.abs()), x => x.eq(x.abs())),
        ["ne"] = (x => ne(x, x.abs()), x => x.ne(x.abs())),
        ["lt"] = (x => lt(x, x.abs()), x => x.lt(x.abs())),
        ["le"] = (x => le(x, x.abs()), x => x.le(x.abs())),
        ["gt"] = (x => gt(x, -x), x => x.gt(-x)),
        ["ge"] = (x => ge(x, -x), x => x.ge(-x)),
        ["isnan"] = (isnan, x => x.isnan()),
        ["maximum"] = (x => maximum(x, -x), x => where(x > -x, x, -x)),
        ["minimum"] = (x => minimum(x, -x), x => where(x < -x, x, -x)),
        ["max of two"] = (x => max(x, -x), x => x.maximum(-x)),
        ["min of two"] = (x => min(x, -x), x => x.minimum(-x)),
        ["clamp"] = (x => clamp(x, -1, 2), x => x.clamp(-1, 2)),
        ["clamp by tensors"] = (x => clamp(x, -x.abs() / 2, ones(1)), x => x.clamp(-x.abs() / 2, ones(1))),
        ["sum"] = (x => sum(x), x => x.sum()),
        ["sum of an axis"] = (x => sum(x, 1L, keepdim: true), x => x.sum(1L, keepdim: true)),
        ["sum of axes"] = (x => sum(x, [0L, 1]), x => x.sum([0L, 1])),
        ["mean"] = (mean, x => x.mean()),
        ["mean of an axis"] = (x => mean(x, [1L]), x => x.mean([1L])),
        ["var"] = (x => var(x, unbiased: false), x => x.var(unbiased: false)),
        ["var of an axis"] = (x => var(x, 1), x => x.var(1)),
        ["var of axes"] = (x => var(x, [0L, 1], keepdim: true), x => x.var([0L, 1], keepdim: true)),
        ["std"] = (x => std(x), x => x.std()),
        ["std of an axis"] = (x => std(x, 1, unbiased: false), x => x.std(1, unbiased: false)),
        ["std of axes"] = (x => std(x, [1L]), x => x.std([1L])),
        ["norm"] = (x => norm(x), x => x.norm()),
        ["norm of 1"] = (x => norm(x, 1f), x => x.norm(1f)),
        ["sum of two axes"] = (x => x.sum(0L, 1L), x => x.sum([0L, 1])),
        ["sum of three axes"] = (x => x.unsqueeze(0).sum(0L, 1L, 2L, keepdim: true), x => x.unsqueeze(0).sum([0L, 1, 2], keepdim: true)),
        ["var of a pair"] = (x => var(x, (0, 1)), x => x.var([0L, 1])),
        ["var of three"] = (x => var(x.unsqueeze(0), (0, 1, 2), unbiased: false), x => x.unsqueeze(0).var([0L, 1, 2], unbiased: false)),
        ["std of a pair"] = (x => std(x, (0, 1), keepdim: true), x => x.std([0L, 1], keepdim: true)),
        ["std of three"] = (x => std(x.unsqueeze(0), (0, 1, 2)), x => x.unsqueeze(0).std([0L, 1, 2])),
        ["largest of two"] = (x => x.max(-x), x => x.maximum(-x)),
        ["smallest of two"] = (x => x.min(-x), x => x.minimum(-x)),
        ["number == tensor"] = (x => (TorchSharp.Scalar)1 == x.floor(), x => x.floor().eq(1)),
        ["number != tensor"] = (x => (TorchSharp.Scalar)1 != x.floor(), x => x.floor().ne(1)),
        ["number < tensor"] = (x => (TorchSharp.Scalar)1 < x.floor(), x => x.floor().gt(1)),
        ["number <= tensor"] = (x => (TorchSharp.Scalar)1 <= x.floor(), x => x.floor().ge(1)),
        ["number > tensor"] = (x => (TorchSharp.Scalar)1 > x.floor(), x => x.floor().lt(1)),
        ["number >= tensor"] = (x => (TorchSharp.Scalar)1 >= x.floor(), x => x.floor().le(1)),
        ["to another's type"] = (x => x.to(ones(1, ScalarType.Int32)), x => x.to(ScalarType.Int32)),
        ["norm of an axis"] = (x => norm(x, 1, keepdim: true, 3), x => x.norm(1, keepdim: true, 3)),
        ["max"] = (max, x => x.max()),
        ["min"] = (min, x => x.min()),
        ["max of an axis"] = (x => max(x, 1).values, x => x.max(1).values),
        ["min places"] = (x => min(x, 0, keepdim: true).indexes, x => x.min(0, keepdim: true).indexes),
        ["argmax"] = (argmax, x => x.argmax()),
        ["argmin"] = (argmin, x => x.argmin()),
        ["argmax of an axis"] = (x => argmax(x, 1), x => x.argmax(1)),
        ["argmin of an axis"] = (x => argmin(x, 0, keepdim: true), x => x.argmin(0, keepdim: true)),
        ["chunk"] = (x => chunk(x, 2, 1)[1], x => x.chunk(2, 1)[1]),
        ["split"] = (x => split(x, [1, 2])[1], x => x.split([1, 2])[1]),
        ["reshape"] = (x => reshape(x, 4, -1), x => x.reshape(4, -1)),
        ["split by a span"] = (x => x.split((ReadOnlySpan<long>)[1, 3], 1)[1], x => x.split([1L, 3], 1)[1]),
        ["split of the first axis"] = (x => x.split(1, 1, 1)[1], x => x.split([1L, 1, 1], 0)[1]),
        ["permute by a list"] = (x => x.permute(new List<long> { 1, 0 }), x => x.permute(1, 0)),
        ["unflatten of a tensor to a size"] = (x => x.unflatten(1, new Size((2, 2))), x => x.unflatten(1, 2, 2)),
        ["index from the end"] = (x => x[^1], x => x[-1]),
        ["index of a pair"] = (x => x[(1, null), (null, 2)], x => x[1.., ..2]),
        ["slice of a range"] = (x => x[TensorIndex.Slice(1..), TensorIndex.Slice((null, 2))], x => x[1.., ..2]),
        ["functional.pad of all edges"] = (x => nn.functional.pad(x, 2, value: 0.5), x => nn.functional.pad(x, [2L, 2, 2, 2], value: 0.5)),
        ["functional.pad by a span"] = (
            x => nn.functional.pad(x, (ReadOnlySpan<long>)[1, 2], TorchSharp.PaddingModes.Replicate),
            x => nn.functional.pad(x, [1L, 2], TorchSharp.PaddingModes.Replicate)),
        ["Linear of parameters"] = (
            x => nn.Linear(new Parameter(Samples.Tensor(4, 5, 4)), new Parameter(Samples.Tensor(5, 5))).call(x),
            x => nn.functional.linear(x, Samples.Tensor(4, 5, 4), Samples.Tensor(5, 5))),
        ["clone"] = (clone, x => x.clone()),
        ["flatten"] = (x => flatten(x), x => x.flatten()),
        ["unflatten"] = (x => unflatten(x, 1, 2, 2), x => x.unflatten(1, 2, 2)),
        ["unflatten to a size"] = (x => unflatten(x, 1, new Size([2L, 2])), x => x.unflatten(1, 2, 2)),
        ["permute"] = (x => permute(x, 1, 0), x => x.permute(1, 0)),
        ["transpose"] = (x => transpose(x, 0, 1), x => x.transpose(0, 1)),
        ["t"] = (t, x => x.t()),
        ["squeeze"] = (x => squeeze(x.unsqueeze(0)), x => x),
        ["unsqueeze"] = (x => unsqueeze(x, 1), x => x.unsqueeze(1)),
        ["narrow"] = (x => narrow(x, 1, 1, 2), x => x.narrow(1, 1, 2)),
        ["select"] = (x => select(x, 1, 2), x => x.select(1, 2)),
        ["index_select"] = (x => index_select(x, 1, tensor(new[] { 2L, 0 })), x => x.index_select(1, tensor(new[] { 2L, 0 }))),
        ["matmul"] = (x => matmul(x, x.t()), x => x.matmul(x.t())),
        ["mm"] = (x => mm(x, x.t()), x => x.mm(x.t())),
        ["functional.relu"] = (x => nn.functional.relu(x), x => nn.ReLU().call(x)),
        ["functional.leaky_relu"] = (x => nn.functional.leaky_relu(x, 0.2), x => nn.LeakyReLU(0.2).call(x)),
        ["functional.elu"] = (x => nn.functional.elu(x, 0.7), x => nn.ELU(0.7).call(x)),
        ["functional.gelu"] = (nn.functional.gelu, x => nn.GELU().call(x)),
        ["functional.gelu not in place"] = (x => nn.functional.gelu(x, inplace: false), x => nn.GELU().call(x)),
        ["functional.gelu by tanh"] = (x => nn.functional.gelu(x, GELU.Approximate.tanh), x => nn.GELU(GELU.Approximate.tanh).call(x)),
        ["functional.silu"] = (x => nn.functional.silu(x), x => nn.SiLU().call(x)),
        ["functional.sigmoid"] = (nn.functional.sigmoid, x => nn.Sigmoid().call(x)),
        ["functional.tanh"] = (x => nn.functional.tanh(x), x => nn.Tanh().call(x)),
        ["functional.softplus"] = (x => nn.functional.softplus(x, 2, 3), x => nn.Softplus(2, 3).call(x)),
        ["functional.layer_norm"] = (x => nn.functional.layer_norm(x, [4]), x => nn.LayerNorm(4).call(x)),
        ["functional.group_norm"] = (x => nn.functional.group_norm(x, 2), x => nn.GroupNorm(2, 4).call(x)),
        ["functional.max_pool2d"] = (
            x => nn.functional.max_pool2d(x.unsqueeze(0), [2], [1], [1]), x => nn.MaxPool2d(2, 1, 1).call(x.unsqueeze(0))),
        ["functional.avg_pool2d"] = (x => nn.functional.avg_pool2d(x.unsqueeze(0), [2, 2]), x => nn.AvgPool2d(2).call(x.unsqueeze(0))),
        ["functional.max_pool2d of a square"] = (
            x => nn.functional.max_pool2d(x.unsqueeze(0), 2, padding: 1), x => nn.functional.max_pool2d(x.unsqueeze(0), [2], padding: [1])),
        ["functional.max_pool2d of both sides"] = (
            x => nn.functional.max_pool2d(x.unsqueeze(0), (2, 1), (1, 2), (1, 0), (1, 2)),
            x => nn.functional.max_pool2d(x.unsqueeze(0), [2, 1], [1, 2], [1, 0], [1, 2])),
        ["functional.avg_pool2d of a square"] = (
            x => nn.functional.avg_pool2d(x.unsqueeze(0), 2, padding: 1, count_include_pad: false),
            x => nn.functional.avg_pool2d(x.unsqueeze(0), [2], padding: [1], count_include_pad: false)),
        ["functional.avg_pool2d of both sides"] = (
            x => nn.functional.avg_pool2d(x.unsqueeze(0), (2, 3), (1, 2), (1, 0), divisor_override: 5),
            x => nn.functional.avg_pool2d(x.unsqueeze(0), [2, 3], [1, 2], [1, 0], divisor_override: 5)),
        ["functional.adaptive_avg_pool2d of a square"] = (
            x => nn.functional.adaptive_avg_pool2d(x.unsqueeze(0), 2), x => nn.functional.adaptive_avg_pool2d(x.unsqueeze(0), [2, 2])),
        ["functional.adaptive_avg_pool2d of both sides"] = (
            x => nn.functional.adaptive_avg_pool2d(x.unsqueeze(0), (2, 3)), x => nn.functional.adaptive_avg_pool2d(x.unsqueeze(0), [2, 3])),
        ["MaxPool2d of both sides"] = (
            x => nn.MaxPool2d((2, 1), (1, 2), (1, 0), (1, 2), ceil_mode: true).call(x.unsqueeze(0)),
            x => nn.functional.max_pool2d(x.unsqueeze(0), [2, 1], [1, 2], [1, 0], [1, 2], ceil_mode: true)),
        ["MaxPool2d of lists"] = (
            x => nn.MaxPool2d([2, 1], [1, 2], [1, 0], [1, 2]).call(x.unsqueeze(0)),
            x => nn.functional.max_pool2d(x.unsqueeze(0), [2, 1], [1, 2], [1, 0], [1, 2])),
        ["MaxPool2d strides by its window"] = (
            x => nn.MaxPool2d((2, 3)).call(x.unsqueeze(0)), x => nn.functional.max_pool2d(x.unsqueeze(0), [2, 3], [2, 3])),
        ["AvgPool2d of both sides"] = (
            x => nn.AvgPool2d((2, 3), (1, 2), (1, 0), count_include_pad: false).call(x.unsqueeze(0)),
            x => nn.functional.avg_pool2d(x.unsqueeze(0), [2, 3], [1, 2], [1, 0], count_include_pad: false)),
        ["AvgPool2d of lists"] = (
            x =>
                nn.AvgPool2d([2, 3], divisor_override: 5).call(x.unsqueeze(0)), x =>
                    nn.functional.avg_pool2d(x.unsqueeze(0), [2, 3], [2, 3], divisor_override: 5)),
        ["functional.adaptive_avg_pool2d"] = (
            x => nn.functional.adaptive_avg_pool2d(x.unsqueeze(0), [2, 3]), x => nn.AdaptiveAvgPool2d((2, 3)).call(x.unsqueeze(0))),
    };

    public static TheoryData<string> Names => [.. Twins.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ATwinGivesTheSameBitsAndGradients(string name)
    {
        using var scope = NewDisposeScope();
        var (function, twin) = Twins[name];
        var (x, y) = (Samples.Tensor(3, 3, 4).requires_grad_(), Samples.Tensor(3, 3, 4).requires_grad_());
        var (actual, expected) = (function(x), twin(y));
        Assert.Equal((expected.dtype, expected.requires_grad), (actual.dtype, actual.requires_grad));
        Assert.Equal(expected.shape, actual.shape);
        Bits.Equal(expected.detach().to(ScalarType.Float32).Values(), actual.detach().to(ScalarType.Float32).Values(), name);
        if (expected.requires_grad)
        {
            actual.sum().backward();
            expected.sum().backward();
            Bits.Equal(y.grad!.Values(), x.grad!.Values(), $"gradient of {name}");
        }
    }

    [Fact]
    public void WindowsOfDifferentSidesPoolEachAxisByItself()
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(1, 2, 3, 7, 9);
        var rows = nn.functional.max_pool2d(x, [3, 1], [2, 1], [1, 0]);
        Bits.Equal(
            nn.functional.max_pool2d(rows, [1, 2], [1, 3], dilation: [1, 2]).Values(),
            nn.functional.max_pool2d(x, [3, 2], [2, 3], [1, 0], [1, 2]).Values(),
            "largest");
        Assert.Equal([2, 3, 3, 4], nn.functional.avg_pool2d(x, [2, 2]).shape);
        Assert.Equal([2, 3, 3, 8], nn.functional.avg_pool2d(x, [3, 2], [2, 1]).shape);
        var error = Assert.Throws<ArgumentException>(() => nn.functional.max_pool2d(x, [1, 2, 3]));
        Assert.StartsWith("max_pool2d: 3 numbers are given", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "padding (0, 2)", Assert.Throws<ArgumentException>(() => nn.functional.avg_pool2d(x, [3, 2], padding: [0, 2])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ClosenessIsTheTensors()
    {
        using var scope = NewDisposeScope();
        Assert.True(allclose(ones(2), ones(2) + 1e-7));
        Assert.False(allclose(ones(2), ones(2) + 1e-7, rtol: 0));
    }
}
