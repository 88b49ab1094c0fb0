namespace Repro.Runtime.Tracing;

/// <summary>
/// Decides whether tensors of the same step of two runs differ only by rounding. The error is the root of the mean square of the
/// differences, over the values in both traces. It is relative to the root of the mean square of all values of the tensor.
/// </summary>
/// <remarks>
/// Weights before the step, layers, losses and buffers may differ by the tolerance. Gradients may differ by a hundred times as much: they
/// are sums in which most terms cancel. Two kinds of gradients are nothing but rounding errors. First, the gradient of a whole parameter,
/// such as a bias before batch normalization. So its size counts as at least a thousandth of the largest gradient of the step. Second,
/// single values, from which Adam makes full steps all the same. So an optimizer's step may differ as gradients may, and counts only where
/// the two gradients agree.
/// </remarks>
/// <param name="first">The step in one run.</param>
/// <param name="second">The step in the other.</param>
/// <param name="tolerance">The largest relative difference.</param>
internal sealed class Tolerance(TraceStep first, TraceStep second, double tolerance)
{
    private const double OfGradients = 100;
    private const double SmallGradient = 1e-3;

    // An update is the difference of two weights, each of which is rounded.
    private const double SmallUpdate = 1e-4;

    /// <summary>Whether two tensors are close enough, and their error; infinity when they cannot be compared.</summary>
    public (bool IsSame, double? Error) Compare(TraceRecord a, TraceRecord b)
    {
        if (a.Result.FirstDifferentBlock(b.Result) is null)
        {
            return (true, 0);
        }

        var (error, limit) = a.Phase switch
        {
            _ when !ElementType.IsFloat32(a.Result.Type) => (double.PositiveInfinity, 0),
            TracePhase.Backward => (ErrorOf(a, b, 0), tolerance * OfGradients),
            TracePhase.Gradients or TracePhase.Clipping => (ErrorOf(a, b, Largest(a.Phase) * SmallGradient), tolerance * OfGradients),
            TracePhase.Update when a.Operation == "optimizer" => (ErrorOfUpdate(a, b), tolerance * OfGradients),
            _ => (ErrorOf(a, b, 0), tolerance),
        };
        return (error <= limit, error);
    }

    private static double ErrorOf(TraceRecord a, TraceRecord b, double leastScale)
    {
        var (one, other) = (a.Result, b.Result);
        var differences = one.CommonValues(other).Select(place => Number(one, place) - Number(other, place));
        return Ratio(
            Math.Max(RootMeanSquare(differences), Math.Abs(one.Scale - other.Scale)),
            Math.Max(Math.Max(one.Scale, other.Scale), leastScale));
    }

    private double Largest(TracePhase phase) =>
        first.Records.Concat(second.Records).Where(record => record.Phase == phase).Max(record => record.Result.Scale);

    /// <summary>The error of the changes that the optimizer made, relative to their size.</summary>
    private double ErrorOfUpdate(TraceRecord a, TraceRecord b)
    {
        var (one, other) = (a.Result, b.Result);
        if (Of(first, TracePhase.Weights, a) is not { } before || Of(second, TracePhase.Weights, b) is not { } otherBefore)
        {
            return ErrorOf(a, b, 0);
        }

        long[] places = [.. one.CommonValues(other).Where(GradientsAgree)];
        double[] changes = [.. places.Select(place => Number(one, place) - Number(before, place))];
        double[] otherChanges = [.. places.Select(place => Number(other, place) - Number(otherBefore, place))];
        var scale = Math.Max(RootMeanSquare(changes), RootMeanSquare(otherChanges));
        return Ratio(
            RootMeanSquare(changes.Zip(otherChanges, (x, y) => x - y)), Math.Max(scale, SmallUpdate * Math.Max(one.Scale, other.Scale)));

        bool GradientsAgree(long place)
        {
            if (Gradient(first, a) is not { } gradient || Gradient(second, b) is not { } otherGradient)
            {
                return true;
            }

            var (x, y) = (Number(gradient, place), Number(otherGradient, place));
            return Math.Abs(x - y) <= tolerance * OfGradients * Math.Max(Math.Abs(x), Math.Abs(y));
        }
    }

    private static TensorDigest? Gradient(TraceStep step, TraceRecord update) => Of(step, TracePhase.Gradients, update);

    private static TensorDigest? Of(TraceStep step, TracePhase phase, TraceRecord update) =>
        step.Records.FirstOrDefault(record => (record.Phase, record.Layer, record.Of) == (phase, update.Layer, update.Of))?.Result;

    private static double Number(TensorDigest digest, long place) => ElementType.Number(digest.ValueAt(place));

    /// <summary>0 when there are no values.</summary>
    private static double RootMeanSquare(IEnumerable<double> numbers) =>
        Math.Sqrt(numbers.Select(number => number * number).DefaultIfEmpty(0).Average());

    private static double Ratio(double difference, double scale) =>
        difference == 0 ? 0 : double.IsFinite(difference / scale) ? difference / scale : double.PositiveInfinity;
}
