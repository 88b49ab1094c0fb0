namespace Repro.Runtime.Tracing;

/// <summary>Finds the first operation at which two runs differ.</summary>
public static class TraceComparison
{
    /// <summary>The numbers of the steps that both traces have, ascending.</summary>
    public static IReadOnlyList<int> CommonSteps(Trace first, Trace second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return [.. first.Steps.Select(step => step.Step).Intersect(second.Steps.Select(step => step.Step)).Order()];
    }

    /// <summary>
    /// The first operation whose inputs or result differ in a bit, in the steps that both traces have; <c>null</c> when there is none.
    /// Operations inside layers count only when both engines are exact: other engines do not report them.
    /// </summary>
    public static TraceDifference? Compare(Trace first, Trace second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var all = first.Header.IsExact && second.Header.IsExact;
        return Compare(first, second, record => all || !record.IsEngine, (_, _) => HasSameBits);
    }

    /// <summary>
    /// The first layer, loss, gradient or weight whose difference rounding does not explain, over the values in both traces; <c>null</c>
    /// when there is none. It is for runs of different engines: they compute differently inside layers, and each rounds in its own way.
    /// </summary>
    /// <param name="first">One trace.</param>
    /// <param name="second">The other.</param>
    /// <param name="tolerance">The largest relative difference, see <see cref="Tolerance"/>.</param>
    public static TraceDifference? Compare(Trace first, Trace second, double tolerance) =>
        Compare(first, second, record => !record.IsEngine, (a, b) => new Tolerance(a, b, tolerance).Compare);

    private static TraceDifference? Compare(
        Trace first,
        Trace second,
        Func<TraceRecord, bool> isCompared,
        Func<TraceStep, TraceStep, Func<TraceRecord, TraceRecord, (bool IsSame, double? Error)>> ruleIn)
    {
        foreach (var step in CommonSteps(first, second))
        {
            var (one, other) = (Step(first, step), Step(second, step));
            TraceRecord[] ones = [.. one.Records.Where(isCompared)], others = [.. other.Records.Where(isCompared)];
            var rule = ruleIn(one, other);
            for (var i = 0; i < Math.Max(ones.Length, others.Length); i++)
            {
                var (a, b) = (ones.ElementAtOrDefault(i), others.ElementAtOrDefault(i));
                var (isSame, error) = a is null || b is null || !a.IsOfSameOperation(b) ? (false, null) : rule(a, b);
                if (!isSame)
                {
                    var number = 1 + (a is null ? one.Records.Count : one.Records.TakeWhile(record => !ReferenceEquals(record, a)).Count());
                    return new TraceDifference(step, one.Epoch, number, a, b, error);
                }
            }
        }

        return null;
    }

    private static (bool IsSame, double? Error) HasSameBits(TraceRecord a, TraceRecord b) =>
        (a.Result.FirstDifferentBlock(b.Result) is null && a.Inputs.SequenceEqual(b.Inputs), null);

    private static TraceStep Step(Trace trace, int number) => trace.Steps.First(step => step.Step == number);
}
