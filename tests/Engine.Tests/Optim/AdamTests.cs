using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Optim;

/// <summary>Adam beside the contract's formula, bit for bit.</summary>
public class AdamTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(0.01, true)]
    public void StepsKeepTheFormula(double decay, bool maximize)
    {
        foreach (var threads in (ReadOnlySpan<int>)[1, 3])
        {
            foreach (var length in Enumerable.Range(0, 258).Append(100_003))
            {
                Step(length, decay, maximize, threads);
            }
        }
    }

    private static void Step(int length, double decay, bool maximize, int threads)
    {
        using var scope = NewDisposeScope();
        var before = get_num_threads();
        set_num_threads(threads);
        var expected = Samples.Numbers(length, 1);
        var parameter = new Parameter(tensor(expected));
        using var adam = optim.Adam([parameter], 0.003, 0.8, 0.95, 1e-7, decay, maximize: maximize);
        var (mean, square) = (new float[length], new float[length]);
        var (power1, power2) = (1.0, 1.0);
        for (var step = 1; step <= 3; step++)
        {
            var gradient = Samples.Numbers(length, step);
            parameter.grad = tensor(gradient);
            adam.step();
            (power1, power2) = (power1 * 0.8, power2 * 0.95);
            var (stepSize, root) = ((float)(0.003 / (1 - power1)), (float)Math.Sqrt(1 - power2));
            for (var i = 0; i < length; i++)
            {
                var g = (gradient[i] * (maximize ? -1 : 1)) + (expected[i] * (float)decay);
                mean[i] = (mean[i] * 0.8f) + (g * (float)(1 - 0.8));
                square[i] = (square[i] * 0.95f) + (g * g * (float)(1 - 0.95));
                expected[i] -= mean[i] / ((MathF.Sqrt(square[i]) / root) + 1e-7f) * stepSize;
            }

            Bits.Equal(expected, parameter.Values(), $"{length} long, step {step}");
        }

        set_num_threads(before);
    }
}
