namespace Repro.Runtime.Tracing;

/// <summary>How far tensors of the same step of two runs are apart, see <see cref="TraceComparison"/>.</summary>
internal sealed class RelativeError(TraceStep first, TraceStep second)
{
    private const double SmallGradient = 1e-3;
    private const double Rounding = 1e-5;

    private readonly double largestGradient = Gradients(first).Concat(Gradients(second)).Select(record => record.Result.Scale).DefaultIfEmpty(0).Max();

    /// <summary>The error of the values that both have, or infinity when they cannot be compared.</summary>
    public double? Of(TraceRecord a, TraceRecord b)
    {
        if (!ElementType.IsFloat32(a.Result.Type))
        {
            return a.Result.FirstDifferentBlock(b.Result) is null ? 0 : double.PositiveInfinity;
        }

        if (a is { Phase: TracePhase.Update, Operation: "optimizer" } && IsRounding(a))
        {
            return 0;
        }

        var (one, other) = (a.Result, b.Result);
        var scale = Math.Max(one.Scale, other.Scale);
        if (a.Phase is TracePhase.Gradients or TracePhase.Clipping)
        {
            scale = Math.Max(scale, largestGradient * SmallGradient);
        }

        var difference = Math.Max(Difference(one, other), Math.Abs(one.Scale - other.Scale));
        return difference == 0 || one.FirstDifferentBlock(other) is null ? 0 : double.IsFinite(difference / scale) ? difference / scale : double.PositiveInfinity;
    }

    private static IEnumerable<TraceRecord> Gradients(TraceStep step) => step.Records.Where(record => record.Phase == TracePhase.Gradients);

    /// <summary>The root of the mean square of the differences of the values that both have.</summary>
    private static double Difference(TensorDigest a, TensorDigest b)
    {
        double squares = 0;
        long count = 0;
        foreach (var place in a.CommonValues(b))
        {
            var difference = (double)ElementType.Number(a.ValueAt(place)) - ElementType.Number(b.ValueAt(place));
            squares += difference * difference;
            count++;
        }

        return count == 0 ? 0 : Math.Sqrt(squares / count);
    }

    /// <summary>Whether the gradient of the parameter is so small that it is the rounding of others.</summary>
    private bool IsRounding(TraceRecord update) => Gradients(first).Concat(Gradients(second))
        .Any(record => (record.Layer, record.Of) == (update.Layer, update.Of) && record.Result.Scale <= largestGradient * Rounding);
}
