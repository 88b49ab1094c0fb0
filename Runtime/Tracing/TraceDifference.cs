namespace Repro.Runtime.Tracing;

/// <summary>The first operation at which two runs differ.</summary>
/// <param name="Step">The number of the step.</param>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Number">The number of the operation among the records of the step, from 1.</param>
/// <param name="First">The operation of the first run; <c>null</c> when this step had no more operations.</param>
/// <param name="Second">The operation of the second run.</param>
/// <param name="Error">With a tolerance, the relative difference of the values in both traces; <c>null</c> when every bit counts.</param>
public sealed record TraceDifference(int Step, int Epoch, int Number, TraceRecord? First, TraceRecord? Second, double? Error = null)
{
    /// <summary>Whether both runs did the same operation, with different numbers.</summary>
    public bool IsOfSameOperation => First is not null && Second is not null && First.IsOfSameOperation(Second);

    /// <summary>The inputs, from 1, that differ although all operations before gave the same.</summary>
    public IReadOnlyList<int> DifferentInputs => First is null || Second is null || First.Inputs.Count != Second.Inputs.Count
        ? []
        : [.. Enumerable.Range(1, First.Inputs.Count).Where(number => First.Inputs[number - 1] != Second.Inputs[number - 1])];

    /// <summary>The first block, from 1, that differs; <c>null</c> when the results are the same and the inputs differ.</summary>
    public int? Block => First!.Result.FirstDifferentBlock(Second!.Result) + 1;

    /// <summary>The first value that differs; <c>null</c> when the traces do not hold it.</summary>
    public ElementDifference? FirstElement()
    {
        var (a, b) = (First!.Result, Second!.Result);
        if (Block is not { } block)
        {
            return null;
        }

        var start = (block - 1) * a.BlockSize;
        for (var i = start; i < Math.Min(start + a.BlockSize, a.Count); i++)
        {
            if (a.ValueAt(i) is not { } first || b.ValueAt(i) is not { } second)
            {
                return null;
            }

            if (!first.AsSpan().SequenceEqual(second))
            {
                return new ElementDifference(a.Type, IndexOf(i, a.Shape), first, second);
            }
        }

        return null;
    }

    /// <summary>The float32 value in both traces that differs most; <c>null</c> when there is none.</summary>
    public ElementDifference? WidestElement()
    {
        var (a, b) = (First!.Result, Second!.Result);
        if (!ElementType.IsFloat32(a.Type) || a.Count == 0)
        {
            return null;
        }

        var widest = a.CommonValues(b).MaxBy(
            place => Math.Abs((double)ElementType.Number(a.ValueAt(place)) - ElementType.Number(b.ValueAt(place))));
        return new ElementDifference(a.Type, IndexOf(widest, a.Shape), a.ValueAt(widest)!, b.ValueAt(widest)!);
    }

    /// <summary>The index of a value in each dimension.</summary>
    internal static IReadOnlyList<long> IndexOf(long place, IReadOnlyList<long> shape)
    {
        var index = new long[shape.Count];
        for (var axis = shape.Count - 1; axis >= 0; axis--)
        {
            (place, index[axis]) = Math.DivRem(place, shape[axis]);
        }

        return index;
    }
}
