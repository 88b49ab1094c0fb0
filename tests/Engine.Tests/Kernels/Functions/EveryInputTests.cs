using System.Diagnostics;
using Repro.Engine.Tests.Testing;
using Xunit.Abstractions;

namespace Repro.Engine.Tests.Kernels;

/// <summary>
/// The functions of rule 4 over all 2³² inputs: the largest error is what the contract states, and vectors give the same bits as number by
/// number.
/// </summary>
public class EveryInputTests(ITestOutputHelper output)
{
    private const int Chunk = 1 << 14;
    private const int Parts = 1 << 8;

    public static TheoryData<string> Names => [.. Function.All.Keys];

    [SlowTheory]
    [MemberData(nameof(Names))]
    public void TheLargestErrorIsTheStatedOne(string name)
    {
        var watch = Stopwatch.StartNew();
        var (worst, at) = (0.0, 0f);
        var gate = new Lock();
        Parallel.For(0, Parts, part =>
        {
            var (distance, x) = Worst(name, Function.All[name], (uint)part);
            lock (gate)
            {
                (worst, at) = distance > worst ? (distance, x) : (worst, at);
            }
        });
        output.WriteLine(FormattableString.Invariant($"{name}: {worst:F8} ulp at {at:R}, {watch.Elapsed.TotalSeconds:F0} s"));
        Assert.Equal(StatedErrors.Of(name).Error, worst, StatedErrors.OfReference);
    }

    /// <summary>The largest distance among the inputs of a part, and where it is.</summary>
    private static (double Worst, float At) Worst(string name, Function function, uint part)
    {
        var (x, vector, scalar, exact) = (new float[Chunk], new float[Chunk], new float[Chunk], new double[Chunk]);
        var (worst, at) = (0.0, 0f);
        for (var start = 0L; start < (1L << 32) / Parts; start += Chunk)
        {
            for (var i = 0; i < Chunk; i++)
            {
                x[i] = BitConverter.UInt32BitsToSingle((uint)(((1L << 32) / Parts * part) + start + i));
                exact[i] = function.Exact(x[i]);
            }

            function.Vectors(x, vector);
            function.Scalar(x, scalar);
            Bits.Equal(scalar, vector, name);
            var (distance, index) = Ulps.Worst(exact, vector);
            (worst, at) = distance > worst ? (distance, x[index]) : (worst, at);
        }

        return (worst, at);
    }
}
