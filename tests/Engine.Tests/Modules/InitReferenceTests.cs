using System.Text.Json;
using Repro.Engine.Tests.Reference;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Modules;

/// <summary>Initial weights beside PyTorch's, bit for bit.</summary>
public class InitReferenceTests
{
    /// <summary>Functions of the reference that the engine does not have.</summary>
    private static readonly string[] NotCovered = ["trunc_normal_", "orthogonal_"];

    private static readonly JsonElement Reference = ReferenceFile.Load("init.json");

    // Layers follow each other on one stream, so each one also shows that those before it drew as many numbers as PyTorch's.
    [Fact]
    public void LayersBuiltOneAfterTheOtherHavePyTorchsWeights()
    {
        manual_seed(Reference.GetProperty("seed").GetInt64());
        var layers = 0;
        foreach (var entry in Reference.GetProperty("entries").EnumerateArray().Where(e => e.TryGetProperty("layer", out _)))
        {
            var name = $"{entry.GetProperty("layer").GetString()} {++layers}";
            var parameters = Build(entry);
            foreach (var expected in entry.GetProperty("parameters").EnumerateObject())
            {
                Compare(expected.Value, parameters[expected.Name], $"{name}.{expected.Name}");
            }
        }

        Assert.Equal(10, layers);
    }

    [Fact]
    public void InitFunctionsFillWithPyTorchsNumbers()
    {
        var functions = new Dictionary<string, Func<Tensor, Tensor>>
        {
            ["xavier_uniform_"] = x => nn.init.xavier_uniform_(x, gain: 1.5),
            ["xavier_normal_"] = x => nn.init.xavier_normal_(x),
            ["kaiming_uniform_"] = x => nn.init.kaiming_uniform_(x, nonlinearity: nn.init.NonlinearityType.ReLU),
            ["kaiming_normal_"] = x =>
                nn.init.kaiming_normal_(x, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU),
            ["normal_"] = x => nn.init.normal_(x, 1, 0.02),
            ["uniform_"] = x => nn.init.uniform_(x, -0.1, 0.1),
        };
        foreach (var entry in Reference.GetProperty("entries").EnumerateArray().Where(e => e.TryGetProperty("init", out _)))
        {
            var name = entry.GetProperty("init").GetString()!;
            if (NotCovered.Contains(name))
            {
                continue;
            }

            manual_seed(entry.GetProperty("seeded").GetInt64());
            var weight = entry.GetProperty("weight");
            var actual = functions[name](empty(weight.Shape())).Values();

            // PyTorch's vector code has its own log, sin and cos for normals.
            Close.Equal(weight.Numbers(), actual, name.Contains("normal", StringComparison.Ordinal) ? 1e-5 : 0, name);
            functions.Remove(name);
        }

        Assert.Empty(functions);
    }

    [Fact]
    public void ConstantsFill()
    {
        using var x = randn(3, 2);
        Assert.All(nn.init.ones_(x).Values(), value => Assert.Equal(1, value));
        Assert.All(nn.init.zeros_(x).Values(), value => Assert.Equal(0, value));
        Assert.All(nn.init.constant_(x, 2.5).Values(), value => Assert.Equal(2.5f, value));
    }

    [Fact]
    public void ARowHasNoFans() =>
        Assert.Contains(
            "fan in", Assert.Throws<ArgumentException>(() => nn.init.xavier_uniform_(empty(3))).Message, StringComparison.Ordinal);

    private static Dictionary<string, Tensor> Build(JsonElement entry)
    {
        var args = entry.GetProperty("args").EnumerateArray().Select(x => x.GetInt64()).ToArray();
        var grouped = entry.GetProperty("kwargs").TryGetProperty("groups", out var groups);
        return (entry.GetProperty("layer").GetString(), grouped) switch
        {
            ("Linear", _) => nn.Linear(args[0], args[1]).state_dict(),
            ("Conv2d", false) =>
                nn.Conv2d(args[0], args[1], args[2], args.ElementAtOrDefault(3) is > 0 and var stride ? stride : 1).state_dict(),
            ("ConvTranspose2d", _) => nn.ConvTranspose2d(args[0], args[1], args[2]).state_dict(),
            ("BatchNorm2d", _) => nn.BatchNorm2d(args[0]).state_dict(),

            // Layers that the engine does not have draw through nn.init, so that the stream goes on.
            ("Conv2d", true) => Kaiming(false, args[1], args[0] / groups.GetInt64(), args[2], args[2]),
            ("Conv1d", _) => Kaiming(true, args[1], args[0], args[2]),
            ("Embedding", _) => new() { ["weight"] = nn.init.normal_(empty(args[0], args[1])) },
            ("LayerNorm", _) => new() { ["weight"] = ones(args[0]), ["bias"] = zeros(args[0]) },
            var (layer, _) => throw new InvalidDataException(layer),
        };
    }

    private static Dictionary<string, Tensor> Kaiming(bool bias, params long[] sizes)
    {
        var weight = nn.init.kaiming_uniform_(empty(sizes), Math.Sqrt(5));
        var bound = 1 / Math.Sqrt(sizes[1..].Aggregate(1L, (product, size) => product * size));
        var result = new Dictionary<string, Tensor> { ["weight"] = weight };
        if (bias)
        {
            result["bias"] = nn.init.uniform_(empty(sizes[0]), -bound, bound);
        }

        return result;
    }

    private static void Compare(JsonElement expected, Tensor actual, string what)
    {
        Assert.Equal(expected.Shape(), actual.shape);
        var values = actual.Values();
        var (first, last) = (expected.GetProperty("first").Numbers(), expected.GetProperty("last").Numbers());
        var limit = what.StartsWith("Embedding", StringComparison.Ordinal) ? 1e-5 : 0;
        Close.Equal(first, values.AsSpan(0, first.Length), limit, $"first of {what}");
        Close.Equal(last, values.AsSpan(values.Length - last.Length), limit, $"last of {what}");
        var scale = expected.GetProperty("abs_sum").GetDouble();
        Assert.Equal(expected.GetProperty("sum").GetDouble(), values.Sum(x => (double)x), Math.Max(limit, 1e-12) * scale);
        Assert.Equal(scale, values.Sum(x => Math.Abs((double)x)), Math.Max(limit, 1e-12) * scale);
    }
}
