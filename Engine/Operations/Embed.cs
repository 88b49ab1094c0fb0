using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Rows of a table, by their numbers.</summary>
internal static class Embed
{
    /// <summary>index (any shape, Int64) to … × columns. The row <paramref name="padding"/> gets no gradient.</summary>
    public static Tensor Apply(Tensor index, Tensor table, long? padding)
    {
        if (index.dtype != ScalarType.Int64 || table.Sizes.Length != 2)
        {
            throw new ArgumentException(
                $"embedding: needs Int64 indices and a table [rows, columns], not {index.dtype} and {Layout.Text(table.Sizes)}.");
        }

        var rows = RowMajor.Of(index).data<long>().ToArray();
        foreach (var row in rows)
        {
            if (row < 0 || row >= table.Sizes[0])
            {
                throw new ArgumentOutOfRangeException(
                    nameof(index), $"embedding: index {row} is outside the table's rows 0…{table.Sizes[0] - 1}.");
            }
        }

        long[] learned = [.. rows.Select(row => row == padding ? -1 : row)];
        return Resampling.Take("embedding", table, 0, rows, learned: learned).view([.. index.Sizes, table.Sizes[1]]);
    }
}
