using static TorchSharp.torch;

namespace Repro.Engine.Tests.Testing;

/// <summary>Numbers to compute with, the same in every run.</summary>
internal static class Samples
{
    /// <summary>Values at which functions and instructions tend to differ.</summary>
    public static readonly float[] Special =
    [
        0, -0f, 1, -1, float.Epsilon, -float.Epsilon, 1.17549435e-38f, -1.17549421e-38f, float.MaxValue, float.MinValue,
        float.PositiveInfinity, float.NegativeInfinity, float.NaN, 0.5f, -0.5f, 1 / 64f, 88.72284f, -103.97f, 1e-20f, 16777217,
    ];

    /// <summary>Numbers of either sign between 2⁻⁶ and 2⁶: sums of them round at every step.</summary>
    public static float[] Numbers(int count, int seed)
    {
        var random = new System.Random(seed);
        var numbers = new float[count];
        foreach (ref var number in numbers.AsSpan())
        {
            number = (float)((random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-5, 8)));
        }

        return numbers;
    }

    /// <summary>Numbers with the special ones strewn in.</summary>
    public static float[] WithSpecial(int count, int seed)
    {
        var numbers = Numbers(count, seed);
        for (var i = seed % 7; i < count; i += 7)
        {
            numbers[i] = Special[(i + seed) % Special.Length];
        }

        return numbers;
    }

    /// <summary>Every pattern of bits with the same chance.</summary>
    public static float AnyBits(System.Random random) => BitConverter.Int32BitsToSingle((int)random.NextInt64(1L << 32));

    public static Tensor Tensor(int seed, params long[] sizes) =>
        tensor(Numbers((int)sizes.Aggregate(1L, (product, size) => product * size), seed), sizes);

    public static float[] Values(this Tensor tensor) => tensor.data<float>().ToArray();
}
