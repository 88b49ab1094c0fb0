using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Kernels;

/// <summary>Operators of one and of two numbers beside their scalar formulas, bit for bit, at every length that leaves a tail.</summary>
public class MapTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Vector, Func<float, float> Scalar)> Unary = new()
    {
        ["x + c"] = (x => x + 0.3f, x => x + 0.3f),
        ["x − c"] = (x => x - 0.3f, x => x - 0.3f),
        ["c − x"] = (x => 0.3f - x, x => 0.3f - x),
        ["x · c"] = (x => x * 0.3f, x => x * 0.3f),
        ["x / c"] = (x => x / 0.3f, x => x / 0.3f),
        ["c / x"] = (x => 0.3f / x, x => 0.3f / x),
        ["double constants are rounded once"] = (x => x * 0.1, x => x * 0.1f),
        ["−x"] = (x => -x, x => -x),
        ["x²"] = (x => x.square(), x => x * x),
        ["√x"] = (x => x.sqrt(), MathF.Sqrt),
        ["1 / √x, rounded once"] = (x => x.rsqrt(), x => (float)(1 / Math.Sqrt(x))),
        ["x³"] = (x => x.pow(3), x => x * x * x),
        ["1 / x²"] = (x => x.pow(-2), x => 1 / (x * x)),
        ["1 / x"] = (x => x.pow(-1), x => 1 / x),
        ["x to a power"] = (x => x.pow(1.7), x => tensor(x).pow(1.7).item<float>()),
        ["bounds"] = (x => x.clamp(-1.5, 2), x => float.IsNaN(x) ? x : Math.Min(Math.Max(x, -1.5f), 2)),
        ["lower bound"] = (x => x.clamp(min: 0), x => x < 0 ? 0 : x),
        ["|x|"] = (x => x.abs(), MathF.Abs),
        ["floor"] = (x => x.floor(), MathF.Floor),
        ["ceiling"] = (x => x.ceil(), MathF.Ceiling),
        ["relu"] = (x => x.relu(), x => x > 0 ? x : float.IsNaN(x) ? x : 0),
        ["leaky relu"] = (x => nn.functional.leaky_relu(x, 0.2), x => x > 0 ? x : x * 0.2f),
    };

    private static readonly Dictionary<string, (Func<Tensor, Tensor, Tensor> Vector, Func<float, float, float> Scalar)> Binary = new()
    {
        ["x + y"] = ((x, y) => x + y, (x, y) => x + y),
        ["x − y"] = ((x, y) => x - y, (x, y) => x - y),
        ["x · y"] = ((x, y) => x * y, (x, y) => x * y),
        ["x / y"] = ((x, y) => x / y, (x, y) => x / y),
        ["x + a·y, rounded twice"] = ((x, y) => x.add(y, 0.3f), (x, y) => x + (float)(0.3f * y)),
        ["(x − y)²"] = ((x, y) => nn.functional.mse_loss(y, x, nn.Reduction.None), (x, y) => (x - y) * (x - y)),
        ["gradient of 1 / √x"] = ((x, y) => Gradient(x, y, v => v.rsqrt()), (x, y) => -0.5f * y * Cube((float)(1 / Math.Sqrt(x)))),
        ["gradient of bounds"] = ((x, y) => Gradient(x, y, v => v.clamp(-1.5, 2)), (x, y) => x >= -1.5f && x <= 2 ? y : 0),
        ["x to the power of y"] = ((x, y) => x.pow(y), (x, y) => tensor(x).pow(tensor(y)).item<float>()),
        ["the larger"] = (max, (x, y) => float.IsNaN(x) || x >= y ? x : y),
        ["the smaller"] = (min, (x, y) => float.IsNaN(x) || x <= y ? x : y),
        ["gradient of relu"] = ((x, y) => Gradient(x, y, v => v.relu()), (x, y) => x <= 0 ? 0 : y),
        ["gradient of leaky relu"] = ((x, y) => Gradient(x, y, v => nn.functional.leaky_relu(v, 0.2)), (x, y) => x > 0 ? y : y * 0.2f),
        ["gradient of |x|"] = ((x, y) => Gradient(x, y, v => v.abs()), (x, y) => x > 0 ? y : x < 0 ? -y : 0),
        ["gradient of x²"] = ((x, y) => Gradient(x, y, v => v.square()), (x, y) => x * 2 * y),
        ["gradient of √x"] = ((x, y) => Gradient(x, y, v => v.sqrt()), (x, y) => y / (MathF.Sqrt(x) * 2)),
        ["gradient of floor"] = ((x, y) => Gradient(x, y, v => v.floor()), (_, _) => 0),
        ["gradient of ceiling"] = ((x, y) => Gradient(x, y, v => v.ceil()), (_, _) => 0),
        ["gradient of ln x"] = ((x, y) => Gradient(x, y, v => v.log()), (x, y) => y / x),
        ["gradient of c / x"] = ((x, y) => Gradient(x, y, v => 0.3f / v), (x, y) => -y * (0.3f / x / x)),
        ["gradient of a dividend"] = ((x, y) => Gradient(x, y, v => v / full_like(v.detach(), 0.3f)), (x, y) => y / 0.3f),
        ["gradient of a divisor"] = ((x, y) => Gradient(x, y, v => full_like(v.detach(), 0.3f) / v), (x, y) => -y * (0.3f / x / x)),
        ["gradient of exp"] = ((x, y) => Gradient(x, y, v => v.exp()), (x, y) => y * default(EveryLane<Exp>).Invoke(x)),
    };

    public static TheoryData<string> UnaryNames => [.. Unary.Keys];

    public static TheoryData<string> BinaryNames => [.. Binary.Keys];

    [Theory]
    [MemberData(nameof(UnaryNames))]
    public void OperatorsOfOneNumberAreTheirScalarForm(string name)
    {
        var (vector, scalar) = Unary[name];
        for (var length = 0; length <= 257; length++)
        {
            using var scope = NewDisposeScope();
            var x = Samples.WithSpecial(length, length);
            Bits.Equal(Array.ConvertAll(x, v => scalar(v)), vector(tensor(x)).Values(), $"{name}, {length} long");
        }
    }

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void OperatorsOfTwoNumbersAreTheirScalarForm(string name)
    {
        var (vector, scalar) = Binary[name];
        for (var length = 0; length <= 257; length++)
        {
            using var scope = NewDisposeScope();
            var (x, y) = (Samples.WithSpecial(length, length), Samples.WithSpecial(length, length + 3));
            Bits.Equal([.. x.Zip(y, (l, r) => scalar(l, r))], vector(tensor(x), tensor(y)).Values(), $"{name}, {length} long");
        }
    }

    [Fact]
    public void BroadcastingRepeatsAxesOfLengthOne()
    {
        var random = new System.Random(5);
        for (var round = 0; round < 60; round++)
        {
            using var scope = NewDisposeScope();
            var sizes = Enumerable.Range(0, 4).Select(_ => (long)random.Next(1, 20)).ToArray();
            long[] Ones(int lead) => [.. sizes[lead..].Select(size => random.Next(2) == 0 ? size : 1)];
            var (left, right) = (Ones(random.Next(3)), Ones(0));
            var whole = left.Length == 4
                ? left.Zip(right, Math.Max).ToArray()
                : [.. right[..(4 - left.Length)], .. left.Zip(right[(4 - left.Length)..], Math.Max)];
            var (x, y) = (Samples.Tensor(round, left), Samples.Tensor(round + 100, right));
            var expected = (x.expand(whole).contiguous() - y.expand(whole).contiguous()).Values();
            Bits.Equal(expected, (x - y).Values(), $"round {round}");
            Bits.Equal(expected, (x - y.permute(3, 1, 0, 2).contiguous().permute(2, 1, 3, 0)).Values(), $"round {round}, other strides");
        }
    }

    [Fact]
    public void InPlaceFormsWriteWhereTheyRead()
    {
        using var scope = NewDisposeScope();
        var values = Samples.Numbers(24, 1);
        var x = tensor(values, [4, 6]);
        var middle = x.narrow(1, 2, 3);
        var before = middle.Values();
        Assert.Same(middle, middle.mul_(2).add_(1).sub_(0.5f).div_(4));
        Bits.Equal(Array.ConvertAll(before, v => ((v * 2) + 1 - 0.5f) / 4), middle.Values(), "numbers");
        var y = Samples.Tensor(2, 4, 1);
        var expected = ((((middle + y) - y) * y) / y + (y * 3)).Values();
        middle.add_(y).sub_(y).mul_(y).div_(y).add_(y, 3);
        Bits.Equal(expected, middle.Values(), "tensors");
        Bits.Equal(values.AsSpan(0, 2), x.Values().AsSpan(0, 2), "what lies beside");
    }

    [Fact]
    public void ShapesThatDoNotBroadcastAreNamed()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => zeros(2, 3) + zeros(2, 4));
        Assert.Equal("add: shapes [2, 3] and [2, 4] do not broadcast: axis 1 is 3 and 4, and neither is 1.", error.Message);
    }

    [Fact]
    public void OtherTypesAreRefused()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<NotSupportedException>(() => zeros(2, ScalarType.Int64).exp());
        Assert.Equal("exp works on Float32 here, not on Int64.", error.Message);
    }

    private static float Cube(float x) => x * x * x;

    private static Tensor Gradient(Tensor x, Tensor upstream, Func<Tensor, Tensor> function)
    {
        x.requires_grad = true;
        function(x).backward([upstream]);
        return x.grad!;
    }
}
