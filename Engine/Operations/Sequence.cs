using Repro.Engine.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Tensors of numbers in a row.</summary>
internal static class Sequence
{
    public static Tensor Steps(Scalar start, Scalar stop, Scalar step, ScalarType type)
    {
        if (step.Double == 0 || (stop.Double - start.Double) / step.Double < 0 || !double.IsFinite(
            stop.Double - start.Double) || double.IsNaN(step.Double))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"arange: steps of {step.Double} do not lead from {start.Double} to {stop.Double}."));
        }

        if (start.IsIntegral && stop.IsIntegral && step.IsIntegral)
        {
            var length = ((Int128)stop.Int64 - start.Int64 + step.Int64 - long.Sign(step.Int64)) / step.Int64;
            var whole = new long[checked((int)length)];
            for (var i = 0; i < whole.Length; i++)
            {
                whole[i] = start.Int64 + (i * step.Int64);
            }

            return Typed<long>(whole, type);
        }

        var numbers = new double[checked((int)Math.Ceiling((stop.Double - start.Double) / step.Double))];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = start.Double + (i * step.Double);
        }

        return Typed<double>(numbers, type);
    }

    public static Tensor Between(double start, double end, long steps, ScalarType type)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        var numbers = new double[checked((int)steps)];
        var step = (end - start) / (steps - 1);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i == 0 || i < steps / 2 ? start + (i == 0 ? 0 : i * step) : end - ((steps - 1 - i) * step);
        }

        return Typed<double>(numbers, type);
    }

    private static Tensor Typed<T>(ReadOnlySpan<T> numbers, ScalarType type)
        where T : unmanaged
    {
        using var exact = Filled.From(numbers);
        return Conversion.To(exact, type, copy: true);
    }

    /// <summary>Ones where row and column are the same.</summary>
    public static Tensor Diagonal(Tensor matrix)
    {
        matrix.zero_();
        for (var i = 0L; i < Math.Min(matrix.Sizes[0], matrix.Sizes[1]); i++)
        {
            using var element = Views.Narrow(matrix.View([matrix.NumberOfElements], [1], 0), 0, i * (matrix.Sizes[1] + 1), 1);
            element.fill_(1);
        }

        return matrix;
    }
}
