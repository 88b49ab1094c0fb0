using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints;

/// <summary>Inputs made of integers alone, the same on every machine.</summary>
internal static class Numbers
{
    private static readonly float[] Special =
    [
        0, -0f, 1, -1, float.Epsilon, -float.Epsilon, 1.17549435e-38f, -1.17549421e-38f, float.MaxValue, float.MinValue,
        float.PositiveInfinity, float.NegativeInfinity, float.NaN, 0.5f, -0.5f, 0.015625f, 88.72284f, -103.97f, 1e-20f, 16777217,
    ];

    /// <summary>Numbers of either sign between 2⁻⁶ and 2⁴: sums of them round at every step.</summary>
    public static Tensor Any(int seed, params long[] sizes) => From(seed, sizes, static bits => Number(bits));

    /// <summary>Numbers between 2⁻⁶ and 2⁴.</summary>
    public static Tensor Positive(int seed, params long[] sizes) => From(seed, sizes, static bits => float.Abs(Number(bits)));

    /// <summary>Multiples of 2⁻²⁴ in [0, 1): pixels, probabilities.</summary>
    public static Tensor Share(int seed, params long[] sizes) => From(seed, sizes, static bits => (bits >> 40) / 16777216f);

    /// <summary>Numbers with zeros of either sign, subnormals, infinities and not-a-numbers strewn in.</summary>
    public static Tensor WithSpecial(int seed, params long[] sizes) =>
        From(seed, sizes, static bits => bits % 5 == 0 ? Special[(int)((bits >> 33) % (ulong)Special.Length)] : Number(bits));

    /// <summary>The multiples of a step around 0.</summary>
    public static Tensor Ramp(int count, float step) => tensor([.. Enumerable.Range(-count / 2, count).Select(i => i * step)]);

    /// <summary>Integers from 0 to <paramref name="high"/> − 1.</summary>
    public static Tensor Index(int seed, int high, params long[] sizes) =>
        tensor(Array.ConvertAll(Bits(seed, sizes), bits => (long)((bits >> 33) % (ulong)high)), sizes);

    private static Tensor From(int seed, long[] sizes, Converter<ulong, float> number) =>
        tensor(Array.ConvertAll(Bits(seed, sizes), number), sizes);

    private static float Number(ulong bits)
    {
        var (sign, exponent, fraction) = ((uint)(bits >> 63), 121 + (uint)((bits >> 32) % 10), (uint)bits & 0x7F_FFFF);
        return BitConverter.UInt32BitsToSingle((sign << 31) | (exponent << 23) | fraction);
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    private static ulong[] Bits(int seed, long[] sizes)
    {
        var state = (ulong)seed << 32;
        var bits = new ulong[sizes.Aggregate(1L, static (product, size) => product * size)];
        foreach (ref var value in bits.AsSpan())
        {
            state += 0x9E37_79B9_7F4A_7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58_476D_1CE4_E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
            value = mixed ^ (mixed >> 31);
        }

        return bits;
    }
}
