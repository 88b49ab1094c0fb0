using System.Text.Json;
using Repro.Engine.Tests.Reference;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

/// <summary>
/// Operations on tensors of any type and rank beside PyTorch's, with their gradients. Sums are added in another order there: 1e-5 of the
/// largest value of a tensor. Integers are the same.
/// </summary>
public class TensorReferenceTests
{
    private const double Limit = 1e-5;

    public static TheoryData<string> Names => [.. Cases.Select(c => c.GetProperty("name").GetString()!)];

    private static IEnumerable<JsonElement> Cases => ReferenceFile.Load("ops-tensors.json").GetProperty("cases").EnumerateArray();

    [Theory]
    [MemberData(nameof(Names))]
    public void OutputsAndGradientsArePyTorchs(string name) => Libtorch.Check(name, () => Check(name));

    private static void Check(string name)
    {
        using var scope = NewDisposeScope();
        var entry = Cases.Single(c => c.GetProperty("name").GetString() == name);
        var inputs = entry.GetProperty("inputs").EnumerateObject().ToDictionary(i => i.Name, i => Load(i.Value).requires_grad_());
        var outputs = Apply(name, entry, inputs);
        for (var i = 0; i < outputs.Length; i++)
        {
            Compare(entry.GetProperty("outputs")[i], outputs[i], $"output {i}");
        }

        var upstream = entry.TryGetProperty("upstream", out var given) ? given.EnumerateArray().ToArray() : [];
        for (var i = 0; i < outputs.Length; i++)
        {
            if (i < upstream.Length && upstream[i].ValueKind == JsonValueKind.Object && outputs[i].requires_grad)
            {
                outputs[i].backward([Load(upstream[i])], retain_graph: true);
            }
        }

        if (entry.TryGetProperty("grads", out var grads) && grads.ValueKind == JsonValueKind.Object)
        {
            foreach (var expected in grads.EnumerateObject().Where(g => g.Value.ValueKind == JsonValueKind.Object))
            {
                Compare(expected.Value, inputs[expected.Name].grad!, $"gradient of {expected.Name}");
            }
        }
    }

    private static Tensor[] Apply(string name, JsonElement entry, Dictionary<string, Tensor> inputs)
    {
        var p = entry.GetProperty("params");
        var x = inputs.GetValueOrDefault("x")!;
        var (a, b) = (inputs.GetValueOrDefault("a")!, inputs.GetValueOrDefault("b")!);
        Tensor Constant(string key) => Load(entry.GetProperty("constants").GetProperty(key));
        switch (name)
        {
            case "elementwise_rsqrt": return [x.rsqrt()];
            case "elementwise_reciprocal": return [x.pow(-1)];
            case "broadcast_maximum" or "edge_maximum_ties": return [max(a, b)];
            case "broadcast_minimum" or "edge_minimum_ties": return [min(a, b)];
            case "pow_tensor": return [a.pow(b)];
            case "clamp": return [x.clamp(p.GetProperty("min").GetDouble(), p.GetProperty("max").GetDouble())];
            case "clamp_min_only": return [x.clamp(min: p.GetProperty("min").GetDouble())];
            case "edge_clamp_-1_1": return [clamp(x, -1.0, 1.0)];
            case "where": return [where(Constant("condition"), a, b)];
            case "masked_fill": return [where(Constant("mask"), -1e9f, x)];
            case "max_all" or "max_all_ties": return [x.max()];
            case "max_dim_ties": return Both(x.max(1));
            case "max_dim": return Both(x.max(2));
            case "min_dim_keep": return Both(x.min(0, keepdim: true));
            case "argmax_argmin": return [x.argmax(1), x.argmin(2), x.argmax()];
            case "std_of_constant": return [x.std(1)];
            case "var_of_one_value": return [x.detach().var()];
            case "floor_division": return [a.div(Constant("b"), RoundingMode.floor)];
            case "matmul_transposed_operands": return [a.t().matmul(b.t())];
            case "bmm": return [bmm(a, b)];
            case "addmm": return [addmm(x, a, b, 0.5f, 2)];
            case "norm_1" or "norm_2": return [x.norm(1, keepdim: false, p: p.GetProperty("p").GetInt32())];
            case "norm_all": return [x.norm()];
            case "index_rows_repeated": return [x[Constant("index")]];
            case "index_two_lists": return [x[Constant("i"), Constant("j")]];
            case "index_mask": return [x[Constant("mask")]];
            case "repeat": return [x.repeat(2, 1, 2)];
            case "chunk_split": return [.. x.chunk(2, 1), .. x.split([2, 3], 0)];
        }

        return name.Split('_')[0] switch
        {
            "pow" => [x.pow(p.GetProperty("exponent").GetDouble())],
            "matmul" => [a.matmul(b)],
            "var" => [p.GetProperty("dim").ValueKind == JsonValueKind.Null ? x.var(Unbiased(p)) : x.var(Axes(p), Unbiased(p), Keeps(p))],
            "std" => [p.GetProperty("dim").ValueKind == JsonValueKind.Null ? x.std(Unbiased(p)) : x.std(Axes(p), Unbiased(p), Keeps(p))],
            _ => throw new InvalidDataException($"{name} is not tested"),
        };
    }

    private static long[] Axes(JsonElement p) => [.. p.GetProperty("dim").EnumerateArray().Select(d => d.GetInt64())];

    private static bool Unbiased(JsonElement p) => p.GetProperty("unbiased").GetBoolean();

    private static bool Keeps(JsonElement p) => p.GetProperty("keepdim").GetBoolean();

    private static Tensor[] Both((Tensor Values, Tensor Positions) found) => [found.Values, found.Positions];

    private static Tensor Load(JsonElement value) => value.GetProperty("dtype").GetString() switch
    {
        "float32" => tensor(value.Numbers().Select(x => (float)x).ToArray(), value.Shape()),
        "int64" => tensor(value.Numbers().Select(x => (long)x).ToArray(), value.Shape()),
        "bool" =>
            tensor(value.GetProperty("data").EnumerateArray().Select(x => x.ValueKind is JsonValueKind.True || (
                x.ValueKind is JsonValueKind.Number && x.GetInt32() == 1)).ToArray(), value.Shape()),
        var other => throw new InvalidDataException(other),
    };

    private static void Compare(JsonElement expected, Tensor actual, string what)
    {
        Assert.Equal(expected.Shape(), actual.shape);
        if (expected.GetProperty("dtype").GetString() == "int64")
        {
            Assert.Equal(expected.Numbers().Select(x => (long)x), actual.data<long>().ToArray());
        }
        else
        {
            Close.Equal(expected.Numbers(), actual.Values(), Limit, what);
        }
    }

    private static bool IsTrue(JsonElement value) =>
        value.ValueKind is JsonValueKind.True || (value.ValueKind is JsonValueKind.Number && value.GetInt32() == 1);
}
