using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>0, 1, … before stop; Int64 if stop is an integer and no type is given.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>start, start + 1, … before stop; Int64 if both are integers and no type is given.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>
    /// start, start + step, … before stop; Int64 if all are integers and no type is given. Others are start + i·step in binary64, rounded
    /// once.
    /// </summary>
    /// <exception cref="ArgumentException">The step is 0 or leads away from stop.</exception>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        CheckOptions(device, null);
        var type = dtype ?? (start.IsIntegral && stop.IsIntegral && step.IsIntegral ? ScalarType.Int64 : ScalarType.Float32);
        return Sequence.Steps(start, stop, step, type).requires_grad_(requires_grad);
    }

    /// <summary>
    /// Numbers at equal distances from start to end, both included: counted from the nearer end, in binary64, rounded once.
    /// </summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        CheckOptions(device, null);
        return Sequence.Between(start, end, steps, dtype ?? ScalarType.Float32).requires_grad_(requires_grad);
    }

    /// <summary>A matrix with ones on its diagonal and zeros elsewhere; square unless the columns are given.</summary>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([rows, columns == -1 ? rows : columns], dtype, device, requires_grad, names, Sequence.Diagonal);
}
