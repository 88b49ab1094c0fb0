using System.Numerics;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using Repro.Engine.Threading;
using static TorchSharp.torch;

namespace Repro.Engine.Kernels.Reductions;

/// <summary>
/// The element of each row that comes first in an order, and where it stands: the first of equals, and the first not-a-number before all.
/// </summary>
internal static unsafe class Extremum
{
    /// <param name="operation">The caller, for messages.</param>
    /// <param name="x">Rows of at least one element, row-major.</param>
    /// <param name="values">One element for each row.</param>
    /// <param name="positions">One Int64 for each row.</param>
    public static void Run<TOrder>(string operation, Tensor x, Tensor values, Tensor positions)
        where TOrder : struct, IComparison => ElementType.Visit(operation, x.dtype, new Scan<TOrder>(x, values, positions));

    private readonly struct Scan<TOrder>(Tensor x, Tensor values, Tensor positions) : IElementVisitor
        where TOrder : struct, IComparison
    {
        public void Visit<T>()
            where T : unmanaged, INumber<T>
        {
            using var input = x.Pin();
            using var output = values.Pin();
            using var places = positions.Pin();
            var (from, to, at) = ((nint)input.Bytes, (nint)output.Bytes, (nint)places.Longs);
            var rows = values.NumberOfElements;
            var count = rows == 0 ? 0 : x.NumberOfElements / rows;
            Partition.Run(rows, count, (start, end) =>
            {
                for (var row = start; row < end; row++)
                {
                    var elements = (T*)from + (row * count);
                    var best = 0L;
                    for (var i = 1L; i < count && !T.IsNaN(elements[best]); i++)
                    {
                        best = TOrder.Invoke(elements[i], elements[best]) || T.IsNaN(elements[i]) ? i : best;
                    }

                    ((T*)to)[row] = elements[best];
                    ((long*)at)[row] = best;
                }
            });
        }
    }
}
