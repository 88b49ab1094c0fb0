namespace Repro.Engine.Operations;

/// <summary>A number for the rows of images and one for their columns.</summary>
internal readonly record struct Pair(long Rows, long Columns)
{
    public long Least => Math.Min(Rows, Columns);

    public static implicit operator Pair(long both) => new(both, both);

    public static implicit operator Pair((long Rows, long Columns) each) => new(each.Rows, each.Columns);

    /// <summary>One number for both, or one for each; null if there are none.</summary>
    public static Pair? OfAny(string operation, long[]? values) => values is null ? null : Of(operation, values);

    /// <summary>One number for both, or one for each.</summary>
    public static Pair Of(string operation, long[] values) => values switch
    {
        [var both] => both,
        [var rows, var columns] => new Pair(rows, columns),
        _ =>
            throw new ArgumentException(
                $"{operation}: {values.Length} numbers are given where one, or one for rows and one for columns, would fit."),
    };

    public override string ToString() => Rows == Columns ? $"{Rows}" : $"({Rows}, {Columns})";
}
