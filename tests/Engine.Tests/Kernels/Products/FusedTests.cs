using System.Runtime.Intrinsics;
using Repro.Engine.Kernels.Lanes;
using Repro.Engine.Tests.Testing;

namespace Repro.Engine.Tests.Kernels.Products;

/// <summary>The fused multiply-add in software beside the instruction, and beside exact arithmetic.</summary>
public class FusedTests
{
    [InstructionFact]
    public void SoftwareIsTheInstructionOnRandomBits()
    {
        var random = new System.Random(1);
        for (var i = 0; i < 3_000_000; i++)
        {
            Compare(Samples.AnyBits(random), Samples.AnyBits(random), Samples.AnyBits(random));
        }
    }

    // Sums whose exact value lies at, or just beside, the middle of two binary32: where rounding twice goes wrong.
    [InstructionFact]
    public void SoftwareIsTheInstructionBesideTies()
    {
        var random = new System.Random(2);
        for (var i = 0; i < 3_000_000; i++)
        {
            // a·b has up to 48 bits; c pushes its end to the half of a last place of the sum and beyond.
            var a = (float)((random.Next(1, 1 << 24) | 1) * Math.ScaleB(1, random.Next(-40, 10)));
            var b = (float)(
                (random.Next(4) == 0 ? 1 << random.Next(24) : random.Next(1, 1 << 24) | 1) * Math.ScaleB(1, random.Next(-40, 10)));
            var c = (float)(random.Next(1, 1 << 24) * Math.ScaleB(1, Math.ILogB((double)a * b) - random.Next(-40, 60)));
            Compare(random.Next(2) == 0 ? a : -a, b, random.Next(2) == 0 ? c : -c);
        }
    }

    [InstructionFact]
    public void SoftwareIsTheInstructionWhereBinary64RoundsToATie()
    {
        var random = new System.Random(5);
        for (var i = 0; i < 300_000; i++)
        {
            var (a, b, c) = Tie(random);
            Compare(a, b, c);
        }
    }

    [InstructionFact]
    public void SoftwareIsTheInstructionAmongSubnormals()
    {
        var random = new System.Random(3);
        for (var i = 0; i < 1_000_000; i++)
        {
            var a = (float)((random.Next(1, 1 << 24) | 1) * Math.ScaleB(1, random.Next(-120, -80)));
            var b = (float)((random.Next(1, 1 << 24) | 1) * Math.ScaleB(1, random.Next(-100, -60)));
            var c = BitConverter.Int32BitsToSingle(random.Next(1 << 24)) * (random.Next(2) == 0 ? 1 : -1);
            Compare(a, random.Next(2) == 0 ? b : -b, c);
        }
    }

    [InstructionFact]
    public void SoftwareIsTheInstructionOnSpecialValues()
    {
        foreach (var a in Samples.Special)
        {
            foreach (var b in Samples.Special)
            {
                foreach (var c in Samples.Special)
                {
                    Compare(a, b, c);
                }
            }
        }
    }

    [Fact]
    public void FourAtOnceAreEachAlone()
    {
        var random = new System.Random(4);
        var x = new float[12];
        for (var i = 0; i < 300_000; i++)
        {
            foreach (ref var value in x.AsSpan())
            {
                value = i % 2 == 0 ? Samples.AnyBits(random) : (float)random.NextDouble();
            }

            // The doubtful case, in one lane of four.
            var doubtful = random.Next(4);
            (x[doubtful], x[4 + doubtful], x[8 + doubtful]) = Tie(random);
            var (a, b, c) = (Vector128.Create(x), Vector128.Create(x, 4), Vector128.Create(x, 8));
            var result = Fused.InDouble(a, b, c);
            for (var lane = 0; lane < 4; lane++)
            {
                Bits.Equal(Software(a[lane], b[lane], c[lane]), result[lane], "lane");
            }
        }
    }

    // Without the instruction there is nothing to compare with but numbers worked out by hand.
    [Theory]
    [InlineData(0x3f800001, 0x3f800001, 0x33800000, 0x3f800003)] // (1 + 2⁻²³)² + 2⁻²⁴ = 1 + 2⁻²² + 2⁻²⁴ + 2⁻⁴⁶: just above the middle, up
    [InlineData(0x3f800001, 0x3f800001, 0xb3800000u, 0x3f800002)] // (1 + 2⁻²³)² − 2⁻²⁴: just above the middle of 1 + 2⁻²³ and 1 + 2⁻²², up
    [InlineData(0x3f800001, 0x337ffffe, 0x3f800001, 0x3f800001)] // 1 + 2⁻²³ + 2⁻²⁴(1 − 2⁻⁴⁶): binary64 rounds it to a tie, which would go up
    [InlineData(0x3f800800, 0x337ff001, 0x3f800000, 0x3f800001)] // 1 + 2⁻²⁴(1 + 2⁻³⁶): binary64 rounds it to a tie, which would go down
    [InlineData(0x3f800001, 0x3f7fffff, 0xbf800000u, 0x337ffffe)] // (1 + 2⁻²³)(1 − 2⁻²⁴) − 1 = 2⁻²⁴ − 2⁻⁴⁷: the product keeps all its digits
    [InlineData(0x00000001, 0x3f000000, 0x00000000, 0x00000000)] // half of the smallest subnormal: a tie, to even
    [InlineData(0x00000003, 0x3f000000, 0x00000000, 0x00000002)] // one and a half of it: a tie, to even
    [InlineData(0x1a000008, 0x19fffff0, 0x00100001, 0x00100001)] // (2²⁰ + 1)·2⁻¹⁴⁹ + 2⁻¹⁵⁰(1 − 2⁻⁴⁰): binary64 rounds it to a tie, which would go up
    [InlineData(0x80000000u, 0x3f800000, 0x80000000u, 0x80000000u)] // −0·1 + −0
    public void SoftwareRoundsOnce(uint a, uint b, uint c, uint expected) =>
        Bits.Equal(
            BitConverter.UInt32BitsToSingle(expected),
            Software(BitConverter.UInt32BitsToSingle(a), BitConverter.UInt32BitsToSingle(b), BitConverter.UInt32BitsToSingle(c)), "result");

    // (1 + e)(1 − e) and (1 + e)(1 − e + e²) are a power of two but for a tail; here it is half a last place of c, or of the subnormals, so
    // that binary64 has no room for the tail and takes the sum for a tie.
    private static (float A, float B, float C) Tie(System.Random random)
    {
        var e = Math.ScaleB(1, -random.Next(10, 24));
        var (a, b) = (1 + e, random.Next(2) == 0 ? 1 - e : 1 - e + (e * e));
        var sign = random.Next(2) == 0 ? 1 : -1;
        if (random.Next(2) == 0)
        {
            return (
                (float)(sign * Math.ScaleB(a, -75)), (float)Math.ScaleB(b, -75),
                sign * BitConverter.Int32BitsToSingle(random.Next(1 << 23)));
        }

        var c = 1 + ((float)Math.ScaleB(1, -23) * random.Next(1 << 23));
        var scale = (float)Math.ScaleB(1, random.Next(-90, 90));
        return ((float)(random.Next(2) == 0 ? a : -a), (float)Math.ScaleB(b, -24) * scale, sign * c * scale);
    }

    private static float Software(float a, float b, float c) => Fused.InDouble(a, b, c);

    private static void Compare(float a, float b, float c)
    {
        var (expected, actual) = (MathF.FusedMultiplyAdd(a, b, c), Software(a, b, c));
        if (!Bits.Same(expected, actual))
        {
            Assert.Fail(FormattableString.Invariant($"{a:R} · {b:R} + {c:R} is {actual:R}, {expected:R} expected"));
        }
    }

    private sealed class InstructionFactAttribute : FactAttribute
    {
        public InstructionFactAttribute() => Skip = Fused.IsHardware ? null! : "this processor, or its setting, has no fused multiply-add";
    }
}
