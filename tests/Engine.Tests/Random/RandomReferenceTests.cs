using System.Text.Json;
using Repro.Engine.Random;
using Repro.Engine.Tests.Reference;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Random;

/// <summary>Random numbers beside PyTorch's, draw by draw, each from a fresh seed.</summary>
public class RandomReferenceTests
{
    private static readonly Dictionary<string, Func<Tensor[]>> Draw = new()
    {
        // PyTorch's random_ draws 32 bits modulo the range, as randint does.
        ["random_u32"] = () => [randint(0, uint.MaxValue, [8])],
        ["rand5"] = () => [rand(5)],
        ["rand40"] = () => [rand(40)],
        ["rand5_float64"] = () => [rand(5, ScalarType.Float64)],
        ["uniform_-0.3_0.7"] = () => [empty(20).uniform_(-0.3, 0.7)],
        ["randn5"] = () => [randn(5)],
        ["randn15"] = () => [randn(15)],
        ["randn16"] = () => [randn(16)],
        ["randn17"] = () => [randn(17)],
        ["randn31"] = () => [randn(31)],
        ["randn40"] = () => [randn(40)],
        ["randn5_float64"] = () => [randn(5, ScalarType.Float64)],
        ["randn20_float64"] = () => [randn(20, ScalarType.Float64)],
        ["normal_2_0.5_size20"] = () => [empty(20).normal_(2, 0.5)],
        ["randint_0_100_size20"] = () => [randint(0, 100, [20])],
        ["randint_-5_5_size20"] = () => [randint(-5, 5, [20])],
        ["randint_0_2e40_size5"] = () => [randint(0, 1L << 40, [5])],
        ["randperm10"] = () => [randperm(10)],
        ["randperm70"] = () => [randperm(70)],
        ["dropout_0.5_on_32_ones"] = () => [nn.functional.dropout(ones(32), 0.5)],
        ["dropout_0.2_on_32_ones"] = () => [nn.functional.dropout(ones(32), 0.2)],
        ["bernoulli_0.3_size20"] = () => [Bernoulli(empty(20), 0.3)],
        ["randn5_randn5"] = () => [randn(5), randn(5)],
        ["rand3_randn5"] = () => [rand(3), randn(5)],
        ["randn5_rand3_randn3"] = () => [randn(5), rand(3), randn(3)],
        ["randn5_randn16_randn3"] = () => [randn(5), randn(16), randn(3)],
        ["randn3_float64_then_float32"] = () => [randn(3, ScalarType.Float64), randn(3)],
        ["randn5_randperm5_randn3"] = () => [randn(5), randperm(5), randn(3)],
        ["randn1_reseed_randn2"] = () => [randn(1), Reseed(9), randn(2)],
    };

    /// <summary>Draws that the engine's API does not have: no method makes these numbers.</summary>
    private static readonly string[] NotCovered = ["bernoulli_tensor", "exponential_size10", "multinomial"];

    [Fact]
    public void EveryDrawOfTheReferenceIsComparedOrListed()
    {
        var names = Cases().Select(c => c.GetProperty("name").GetString()!).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(names, Draw.Keys.Concat(NotCovered).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DrawsArePyTorchs()
    {
        var compared = 0;
        foreach (var entry in Cases())
        {
            var name = entry.GetProperty("name").GetString()!;
            if (NotCovered.Contains(name))
            {
                continue;
            }

            var seed = entry.GetProperty("seed").GetInt64();
            manual_seed(seed);
            var expected = entry.GetProperty("values").EnumerateArray().ToArray();
            var actual = Draw[name]();
            Assert.Equal(expected.Length, actual.Length);
            for (var i = 0; i < expected.Length; i++)
            {
                Compare(expected[i], actual[i], $"{name} of seed {seed}, tensor {i}");
                compared++;
            }
        }

        Assert.True(compared > 140);
    }

    // PyTorch's plain code computes log, sin and cos of the block normals in binary32; the engine's are closer to the truth, so the
    // distance is PyTorch's own rounding: a few units of the last place of radius and angle.
    [Fact]
    public void BlockNormalsAreThoseOfPyTorchsPlainCode()
    {
        var plain = ReferenceFile.Load("rng.json").GetProperty("block_draws_by_capability").GetProperty("default");
        foreach (var entry in plain.EnumerateArray())
        {
            var seed = entry.GetProperty("seed").GetInt64();
            manual_seed(seed);
            var name = entry.GetProperty("name").GetString()!;
            var actual = Draw[name]()[0].Values();
            var expected = entry.Numbers();
            for (var i = 0; i < expected.Length; i++)
            {
                Assert.True(
                    Math.Abs(actual[i] - expected[i]) <= 4e-7 * Math.Max(1, Math.Abs(expected[i])),
                    $"{name} of seed {seed}: {actual[i]:R}, not {expected[i]:R}");
            }
        }
    }

    private static void Compare(JsonElement expected, Tensor actual, string what)
    {
        Assert.Equal(expected.Shape(), actual.shape);
        var numbers = expected.Numbers();
        switch (expected.GetProperty("dtype").GetString())
        {
            case "int64":
                Assert.Equal(numbers.Select(x => (long)x), actual.data<long>().ToArray());
                break;
            case "float64":
                // Binary64 normals: the engine's logarithm is exact to 1e-13.
                Assert.All(
                    numbers.Zip(actual.data<double>().ToArray()),
                    pair => Assert.Equal(pair.First, pair.Second, Math.Abs(pair.First) * 1e-12 + 1e-13));
                break;
            default:
                Floats(numbers, actual.Values(), what);
                break;
        }
    }

    /// <summary>Bits, but for normals: those go through log, sin and cos, of which PyTorch's vector code has versions of its own.</summary>
    private static void Floats(double[] expected, float[] actual, string what)
    {
        var isNormal = what.Contains("randn", StringComparison.Ordinal) || what.StartsWith("normal", StringComparison.Ordinal);
        for (var i = 0; i < expected.Length; i++)
        {
            var limit = !isNormal ? 0 : Math.Max(1e-5 * Math.Abs(expected[i]), Math.Abs(expected[i]) < 0.1 ? 1e-5 : 0);
            Assert.True(Math.Abs(actual[i] - (float)expected[i]) <= limit, $"{what}: number {i} is {actual[i]:R}, not {expected[i]:R}");
        }
    }

    private static JsonElement.ArrayEnumerator Cases() => ReferenceFile.Load("rng.json").GetProperty("draws").EnumerateArray();

    private static Tensor Bernoulli(Tensor x, double p)
    {
        Draws.Bernoulli(x, p, null);
        return x;
    }

    private static Tensor Reseed(long seed)
    {
        manual_seed(seed);
        return tensor(new[] { seed });
    }
}
