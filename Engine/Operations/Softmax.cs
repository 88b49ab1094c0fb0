using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Kernels.Reductions;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>
/// Softmax and its logarithm along an axis: with d = x − max, exp(d) / Σ exp(d), and d − ln Σ exp(d). The sum is a row sum (rule 3)
/// in the order of the axis.
/// </summary>
internal static unsafe class Softmax
{
    public static Tensor Apply(Tensor x, long dim) => AlongLast("softmax", x, dim, rows =>
    {
        var powers = Map.Unary("softmax", FromMaximum("softmax", rows), default(EveryLane<Exp>));
        var result = Map.Binary("softmax", powers, SumOf(powers), default(Divide));
        return Node.Record("softmax", result, [rows], node =>
        {
            var y = node.Save(result);
            return g =>
            {
                var weighted = Map.Binary("softmax", g, y.Value, default(Multiply));
                var centered = Map.Binary("softmax", g, SumOf(weighted), default(Subtract));
                return [Map.Binary("softmax", y.Value, centered, default(Multiply))];
            };
        });
    });

    public static Tensor Logarithm(Tensor x, long dim) => AlongLast("log_softmax", x, dim, rows =>
    {
        var differences = FromMaximum("log_softmax", rows);
        var sum = SumOf(Map.Unary("log_softmax", differences, default(EveryLane<Exp>)));
        var result = Map.Binary("log_softmax", differences, Map.Unary("log_softmax", sum, default(EveryLane<Log>)), default(Subtract));
        return Node.Record("log_softmax", result, [rows], node =>
        {
            var y = node.Save(result);
            return g =>
            {
                var share = Map.Binary(
                    "log_softmax", Map.Unary("log_softmax", y.Value, default(EveryLane<Exp>)), SumOf(g), default(Multiply));
                return [Map.Binary("log_softmax", g, share, default(Subtract))];
            };
        });
    });

    private static Tensor AlongLast(string operation, Tensor x, long dim, Func<Tensor, Tensor> apply)
    {
        if (x.Sizes.Length == 0)
        {
            return AlongLast(operation, x.view(1), dim, apply).view();
        }

        var axis = Layout.Axis(operation, dim, x.Sizes.Length);
        return axis == x.Sizes.Length - 1 ? apply(x) : apply(x.transpose(axis, -1)).transpose(axis, -1);
    }

    private static Tensor FromMaximum(string operation, Tensor x)
    {
        var rows = RowMajor.Of(x);
        var count = rows.Sizes[^1];
        var largest = Tensor.Allocate([.. rows.Sizes[..^1], 1]);
        using (var from = rows.Pin(operation, ScalarType.Float32))
        using (var to = largest.Pin())
        {
            RowMaximum.Run(from.Floats, largest.NumberOfElements, count, to.Floats);
        }

        return Map.Binary(operation, rows, largest, default(Subtract));
    }

    private static Tensor SumOf(Tensor x) => Reduction.Sum(x, [-1], keepdim: true);
}
