using System.Text.Json;
using Repro.Engine.Tests.Reference;
using Repro.Engine.Tests.Testing;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Repro.Engine.Tests.Operations;

/// <summary>
/// Not-a-numbers, infinities and zeros go through every operation and back through its gradient as in PyTorch. Finite numbers are within
/// 1e-5 of the largest of a tensor, or of 1.
/// </summary>
public class NonFiniteTests
{
    private static readonly float[] Kernel = [0.5f, 0, -1, 1, 2, 0, 0.25f, -0.5f, 1];

    private static readonly Dictionary<string, Func<Tensor[], Tensor[]>> Functions = new()
    {
        ["neg"] = x => [-x[0]],
        ["abs"] = x => [x[0].abs()],
        ["exp"] = x => [x[0].exp()],
        ["log"] = x => [x[0].log()],
        ["sqrt"] = x => [x[0].sqrt()],
        ["rsqrt"] = x => [x[0].rsqrt()],
        ["sigmoid"] = x => [x[0].sigmoid()],
        ["tanh"] = x => [x[0].tanh()],
        ["floor"] = x => [x[0].floor()],
        ["ceil"] = x => [x[0].ceil()],
        ["relu"] = x => [x[0].relu()],
        ["square"] = x => [x[0].square()],
        ["erf"] = x => [x[0].erf()],
        ["expm1"] = x => [x[0].expm1()],
        ["log1p"] = x => [x[0].log1p()],
        ["softplus"] = x => [x[0].softplus()],
        ["softplus beta"] = x => [x[0].softplus(2, 3)],
        ["elu"] = x => [functional.elu(x[0], 0.7)],
        ["gelu"] = x => [functional.gelu(x[0])],
        ["gelu tanh"] = x => [functional.gelu(x[0], TorchSharp.Modules.GELU.Approximate.tanh)],
        ["silu"] = x => [functional.silu(x[0])],
        ["leaky_relu"] = x => [functional.leaky_relu(x[0], 0.2)],
        ["clamp"] = x => [x[0].clamp(-0.75, 2)],
        ["clamp min"] = x => [x[0].clamp(min: -0.75)],
        ["clamp max"] = x => [x[0].clamp(max: 0.75)],
        ["isnan"] = x => [x[0].isnan()],
        ["add number"] = x => [x[0] + 2],
        ["sub from"] = x => [2 - x[0]],
        ["mul number"] = x => [x[0] * 0],
        ["div number"] = x => [x[0] / 0],
        ["div of"] = x => [2 / x[0]],
        ["div floor number"] = x => [x[0].div(2, RoundingMode.floor)],
        ["div trunc number"] = x => [x[0].div(2, RoundingMode.trunc)],
        ["add"] = x => [x[0] + x[1]],
        ["sub"] = x => [x[0] - x[1]],
        ["mul"] = x => [x[0] * x[1]],
        ["div"] = x => [x[0] / x[1]],
        ["pow"] = x => [x[0].pow(x[1])],
        ["maximum"] = x => [x[0].maximum(x[1])],
        ["minimum"] = x => [x[0].minimum(x[1])],
        ["div floor"] = x => [x[0].div(x[1], RoundingMode.floor)],
        ["div trunc"] = x => [x[0].div(x[1], RoundingMode.trunc)],
        ["eq"] = x => [x[0].eq(x[1])],
        ["ne"] = x => [x[0].ne(x[1])],
        ["lt"] = x => [x[0].lt(x[1])],
        ["le"] = x => [x[0].le(x[1])],
        ["gt"] = x => [x[0].gt(x[1])],
        ["ge"] = x => [x[0].ge(x[1])],
        ["where"] = x => [where(x[0] > x[1], x[0], x[1])],
        ["add alpha"] = x => [x[0].add(x[1], 0)],
        ["mse_loss"] = x => [functional.mse_loss(x[0], x[1], Reduction.None)],
        ["l1_loss"] = x => [functional.l1_loss(x[0], x[1], Reduction.None)],
        ["smooth_l1_loss"] = x => [functional.smooth_l1_loss(x[0], x[1], Reduction.None)],
        ["huber_loss"] = x => [functional.huber_loss(x[0], x[1], 0.5, Reduction.None)],
        ["kl_div"] = x => [functional.kl_div(x[0], x[1], log_target: false, Reduction.None)],
        ["kl_div log"] = x => [functional.kl_div(x[0], x[1], log_target: true, Reduction.None)],
        ["clamp tensors"] = x => [x[0].clamp(x[1], x[2])],
        ["clamp upper tensor"] = x => [clamp(x[0], x[1], x[2])],
        ["bce_with_logits"] = x => [functional.binary_cross_entropy_with_logits(x[0], full_like(x[0], 0.25), reduction: Reduction.None)],
        ["bce"] = x => [functional.binary_cross_entropy(x[0], tensor(new[] { 0, 1, 0.25f, 0, 1, 0.25f }), reduction: Reduction.None)],
        ["sum"] = x => [x[0].sum(1L)],
        ["mean"] = x => [x[0].mean([1])],
        ["var"] = x => [x[0].var(1L)],
        ["std"] = x => [x[0].std(1L)],
        ["norm"] = x => [x[0].norm(1)],
        ["norm 1"] = x => [x[0].norm(1, p: 1)],
        ["norm 3"] = x => [x[0].norm(1, p: 3)],
        ["norm 0"] = x => [x[0].norm(1, p: 0)],
        ["norm inf"] = x => [x[0].norm(1, p: float.PositiveInfinity)],
        ["norm -inf"] = x => [x[0].norm(1, p: float.NegativeInfinity)],
        ["max"] = x => Both(x[0].max(1)),
        ["min"] = x => Both(x[0].min(1)),
        ["argmax"] = x => [x[0].argmax(1)],
        ["argmin"] = x => [x[0].argmin(1)],
        ["softmax"] = x => [x[0].softmax(1)],
        ["log_softmax"] = x => [x[0].log_softmax(1)],
        ["layer_norm"] = x => [functional.layer_norm(x[0], [4])],
        ["group_norm"] = x => [functional.group_norm(x[0], 2)],
        ["batch_norm"] = x => [functional.batch_norm(x[0].narrow(0, 7, 2).t(), null, null, training: true)],
        ["cross_entropy"] = x => [functional.cross_entropy(x[0], tensor(new[] { 0L, 1, 1, 2, 3, 0, 1, 2, 3 }), reduction: Reduction.None)],
        ["cross_entropy of -inf"] = x =>
            [functional.cross_entropy(x[0], tensor(new[] { 0L, 0, 0, 1, 3, 0, 1, 2, 3 }), reduction: Reduction.None)],
        ["cumulated in linear"] = x => [functional.linear(x[0], tensor(new float[] { 1, 0, 2, -1, 0, 0, 0, 0 }, [2, 4]))],
        ["mm"] = x => [x[0].mm(tensor(new float[] { 1, 0, 0, 2, 1, 1, 0, 0 }, [4, 2]))],
        ["permute and cat"] = x => [cat([x[0].t(), x[0].t() * 2])],
        ["index"] = x => [x[0][tensor(new[] { 4L, 0, 4 })]],
        ["expand"] = x => [(x[0].unsqueeze(1) * ones(1, 2, 1)).sum(1L)],
        ["addmm without input"] = x => [x[0].addmm(x[1], x[1], beta: 0)],
        ["conv2d"] = x => [functional.conv2d(x[0], tensor(Kernel, [1, 1, 3, 3]), padding: [1])],
        ["conv2d strided"] = x => [functional.conv2d(x[0], tensor(Kernel, [1, 1, 3, 3]), strides: [2])],
        ["conv_transpose2d"] = x => [functional.conv_transpose2d(x[0], tensor(Kernel, [1, 1, 3, 3]))],
        ["conv_transpose2d strided"] = x => [functional.conv_transpose2d(x[0], tensor(Kernel, [1, 1, 3, 3]), strides: [2], padding: [1])],
        ["max_pool2d"] = x => [functional.max_pool2d(x[0], [3], [2], [1])],
        ["avg_pool2d"] = x => [functional.avg_pool2d(x[0], [2])],
        ["adaptive_avg_pool2d"] = x => [functional.adaptive_avg_pool2d(x[0], [4, 3])],
        ["interpolate nearest"] = x => [functional.interpolate(x[0], [4, 9])],
        ["interpolate bilinear"] = x => [functional.interpolate(x[0], [4, 9], mode: InterpolationMode.Bilinear)],
        ["interpolate aligned"] = x => [functional.interpolate(x[0], [11, 11], mode: InterpolationMode.Bilinear, align_corners: true)],
        ["pad reflect"] = x => [functional.pad(x[0], (2, 1, 1, 2), PaddingModes.Reflect)],
        ["pad"] = x => [functional.pad(x[0], (2, 1, -1, 2), value: double.NaN)],
        ["batch_norm running"] = x => [functional.batch_norm(x[0], ones(1), full(1, 4f))],
        ["batch_norm training"] = x => [functional.batch_norm(x[0], null, null, training: true)],
    };

    public static TheoryData<string> Names => [.. Cases.Select(c => c.GetProperty("name").GetString()!)];

    private static IEnumerable<JsonElement> Cases => ReferenceFile.Load("ops-nonfinite.json").GetProperty("cases").EnumerateArray();

    [Theory]
    [MemberData(nameof(Names))]
    public void SpecialValuesArePyTorchs(string name) => Libtorch.Check($"{name} of what is not finite", () => Check(name));

    private static void Check(string name)
    {
        using var scope = NewDisposeScope();
        var entry = Cases.Single(c => c.GetProperty("name").GetString() == name);
        Tensor[] inputs = [.. entry.GetProperty("inputs").EnumerateArray().Select(
            x => tensor([.. x.Numbers().Select(y => (float)y)], x.Shape()).requires_grad_())];
        var outputs = Function(name)(inputs);
        for (var i = 0; i < outputs.Length; i++)
        {
            Compare(entry.GetProperty("outputs")[i], outputs[i], $"output {i}");
        }

        if (entry.TryGetProperty("gradients", out var gradients))
        {
            var upstream = tensor([.. Enumerable.Range(0, (int)outputs[0].numel()).Select(i => 1 + (i / 2f))], outputs[0].shape);
            outputs[0].backward([upstream]);
            for (var i = 0; i < inputs.Length; i++)
            {
                if (gradients[i].ValueKind == JsonValueKind.Object)
                {
                    Compare(gradients[i], inputs[i].grad!, $"gradient of input {i}");
                }
            }
        }
    }

    private static Func<Tensor[], Tensor[]> Function(string name) => name.Split(' ') switch
    {
        ["pow", var exponent] => x => [x[0].pow(double.Parse(exponent, System.Globalization.CultureInfo.InvariantCulture))],
        ["max", "of", "all", _] => x => [x[0].max()],
        ["min", "of", "all", _] => x => [x[0].min()],
        _ => Functions[name],
    };

    private static Tensor[] Both((Tensor Values, Tensor Positions) found) => [found.Values, found.Positions];

    private static void Compare(JsonElement expected, Tensor actual, string what)
    {
        Assert.Equal(expected.Shape(), actual.shape);
        var numbers = actual.detach().to(ScalarType.Float64).data<double>().ToArray();
        var wanted = expected.GetProperty("dtype").GetString() == "bool"
            ? [.. expected.GetProperty("data").EnumerateArray().Select(x => x.GetBoolean() ? 1.0 : 0)]
            : expected.Numbers();
        var limit = 1e-5 * wanted.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
        for (var i = 0; i < wanted.Length; i++)
        {
            var same = double.IsFinite(wanted[i])
                ? Math.Abs(numbers[i] - wanted[i]) <= limit
                : numbers[i].Equals(wanted[i]);
            Assert.True(same, FormattableString.Invariant($"{what}: number {i} is {numbers[i]:R}, {wanted[i]:R} expected"));
        }
    }
}
