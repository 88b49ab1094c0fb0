using System.Text.Json;
using Repro.Engine.Tests.Reference;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

/// <summary>
/// Operations and their gradients beside PyTorch's. Sums are added in another order there, so the last bits differ: 1e-5 of the largest
/// value of a tensor is some eighty roundings, more than these small sums have.
/// </summary>
public class ReferenceTests
{
    private const double Limit = 1e-5;

    public static TheoryData<string> Names =>
        [.. ReferenceFile.Load("ops.json").GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void OutputsAndGradientsArePyTorchs(string name)
    {
        var entry = ReferenceFile.Load("ops.json").GetProperty("cases").EnumerateArray().Single(
            c => c.GetProperty("name").GetString() == name);
        var inputs = entry.GetProperty("inputs").EnumerateObject().ToDictionary(i => i.Name, i => Load(i.Value).requires_grad_());
        if (entry.TryGetProperty("seed", out var seed))
        {
            manual_seed(seed.GetInt64());
        }

        var state = entry.TryGetProperty("state_before", out var before)
            ? before.EnumerateObject()
                .Where(s => s.Value.ValueKind == JsonValueKind.Object && s.Value.GetProperty("dtype").GetString() == "float32")
                .ToDictionary(s => s.Name, s => Load(s.Value))
            : [];
        var output = Apply(name, entry, inputs, state);
        Compare(entry.GetProperty("outputs")[0], output, "output");
        output.backward([Load(entry.GetProperty("upstream")[0])]);
        foreach (var expected in entry.GetProperty("grads").EnumerateObject())
        {
            Compare(expected.Value, inputs[expected.Name].grad!, $"gradient of {expected.Name}");
        }

        foreach (var (key, value) in state)
        {
            Compare(entry.GetProperty("state_after").GetProperty(key), value, key);
        }
    }

    private static Tensor Apply(string name, JsonElement entry, Dictionary<string, Tensor> inputs, Dictionary<string, Tensor> state)
    {
        var p = entry.GetProperty("params");
        Tensor X() => inputs["x"];
        Tensor? Optional(string key) => inputs.GetValueOrDefault(key);
        long[] Numbers(string key, long fallback) => !p.TryGetProperty(key, out var value) ? [fallback]
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(x => x.GetInt64())] : [value.GetInt64()];
        long Number(string key) => p.GetProperty(key).GetInt64();
        Tensor Index() => tensor(entry.GetProperty("constants").GetProperty("index").Numbers().Select(x => (long)x).ToArray());
        var op = name switch
        {
            _ when name.StartsWith("elementwise_", StringComparison.Ordinal) || name.StartsWith("edge_", StringComparison.Ordinal)
                || name.StartsWith("large_", StringComparison.Ordinal) || name.StartsWith("broadcast_", StringComparison.Ordinal) =>
                    p.GetProperty("op").GetString()!,
            _ when name.StartsWith("conv2d", StringComparison.Ordinal) => "conv2d",
            _ when name.StartsWith("conv_transpose2d", StringComparison.Ordinal) => "conv_transpose2d",
            _ when name.StartsWith("batch_norm", StringComparison.Ordinal) => "batch_norm",
            _ when name.StartsWith("sum_", StringComparison.Ordinal) => "sum",
            _ when name.StartsWith("mean_", StringComparison.Ordinal) => "mean",
            _ when name.StartsWith("linear", StringComparison.Ordinal) => "linear",
            _ => name,
        };
        return op switch
        {
            "relu" => X().relu(),
            "leaky_relu" or "leaky_relu_0.2" => nn.functional.leaky_relu(X(), 0.2),
            "leaky_relu_default" => nn.functional.leaky_relu(X()),
            "sigmoid" => X().sigmoid(),
            "tanh" => X().tanh(),
            "exp" => X().exp(),
            "neg" => -X(),
            "abs" => X().abs(),
            "square" => X().square(),
            "log" => X().log(),
            "sqrt" => X().sqrt(),
            "add" => inputs["a"] + inputs["b"],
            "sub" => inputs["a"] - inputs["b"],
            "mul" => inputs["a"] * inputs["b"],
            "div" => inputs["a"] / inputs["b"],
            "add_alpha" => inputs["a"].add(inputs["b"], p.GetProperty("alpha").GetDouble()),
            "scalar_rsub_rdiv" => (3 - X()) + (2 / X()),
            "matmul_matrix_matrix" => inputs["a"].matmul(inputs["b"]),
            "matmul_transposed_operands" => inputs["a"].t().mm(inputs["b"].t()),
            "linear" => nn.functional.linear(X(), inputs["weight"], Optional("bias")),
            "conv2d" =>
                nn.functional.conv2d(
                    X(), inputs["weight"], Optional("bias"), Numbers("stride", 1), Numbers("padding", 0), Numbers("dilation", 1)),
            "conv_transpose2d" => nn.functional.conv_transpose2d(
                X(), inputs["weight"], Optional("bias"), Numbers("stride", 1), Numbers("padding", 0), Numbers("output_padding", 0),
                Numbers("dilation", 1)),
            "batch_norm" => nn.functional.batch_norm(
                X(), state["running_mean"], state["running_var"], Optional("weight"), Optional("bias"),
                p.GetProperty("training").GetBoolean()),
            "mse_loss_mean" => nn.functional.mse_loss(X(), inputs["y"]),
            "mse_loss_sum" => nn.functional.mse_loss(X(), inputs["y"], nn.Reduction.Sum),
            "mse_loss_none" => nn.functional.mse_loss(X(), inputs["y"], nn.Reduction.None),
            "mse_loss_broadcast_gradient_of_both" => (X() - inputs["y"]).square().sum() / X().shape[0],
            "kl_to_standard_normal" => (-0.5 * (1 + inputs["logvar"] - inputs["mu"].square() - inputs["logvar"].exp()).sum(1)).mean(),
            "sum" => name == "sum_all" ? X().sum() : X().sum(Numbers("dim", 0), p.GetProperty("keepdim").GetBoolean()),
            "mean" =>
                name is "mean_all" or "mean_of_nothing" ? X().mean() : X().mean(Numbers("dim", 0), p.GetProperty("keepdim").GetBoolean()),
            "cat" => cat([X(), inputs["y"]], Number("dim")),
            "stack" => stack([X(), inputs["y"]], Number("dim")),
            "narrow" => X().narrow(Number("dim"), Number("start"), Number("length")),
            "select" => X().select(Number("dim"), Number("index")),
            "slice_with_step" => X().slice(0, 1, 6, 2).slice(1, 0, 5, 3),
            "index_rows_repeated" => X()[Index()],
            "index_select" => X().index_select(Number("dim"), Index()),
            "permute" => X().permute(Numbers("dims", 0)),
            "transpose_then_view" => X().transpose(1, 2).reshape(2, 12),
            "expand" => X().expand(Numbers("sizes", 0)),
            "squeeze_unsqueeze_flatten" => X().squeeze(1).unsqueeze(0).flatten(1),
            "dropout_train" => nn.functional.dropout(X(), 0.3),
            "dropout_eval" => nn.functional.dropout(X(), 0.3, training: false),
            "tensor_used_twice" => (X() * X()) + X().matmul(X()),
            "detached_branch" => X() * X().detach(),
            _ => throw new InvalidDataException($"{name} is not tested"),
        };
    }

    private static Tensor Load(JsonElement value) => tensor(value.Numbers().Select(x => (float)x).ToArray(), value.Shape());

    private static void Compare(JsonElement expected, Tensor actual, string what)
    {
        Assert.Equal(expected.Shape(), actual.shape);
        Close.Equal(expected.Numbers(), actual.Values(), Limit, what);
    }
}
