using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Pooling;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Largest elements and means over windows of images, [N, C, H, W] or [C, H, W].</summary>
internal static unsafe class Pooling
{
    public static Tensor Max(Tensor x, Pair kernel, Pair stride, Pair padding, Pair dilation, bool ceil)
    {
        var (rows, columns) = Sliding("max_pool2d", x, kernel, stride, padding, dilation, ceil);
        var (input, sizes, planes) = Planes(x, rows, columns);
        var result = Tensor.Allocate(sizes);
        var positions = Tensor.Allocate(sizes, ScalarType.Int64);
        using (var from = input.Pin("max_pool2d", ScalarType.Float32))
        using (var to = result.Pin())
        using (var at = positions.Pin())
        {
            LargestOfWindows.Run(from.Floats, to.Floats, at.Longs, planes, rows, columns);
        }

        return Node.Record("max_pool2d", result, [x], node =>
        {
            var (kept, shape) = (node.Save(positions), x.shape);
            return g =>
            {
                var (upstream, gradient) = (RowMajor.Of(g), Tensor.Allocate(shape));
                using var from = upstream.Pin();
                using var at = kept.Value.Pin();
                using var to = gradient.Pin();
                LargestOfWindows.Gradient(from.Floats, at.Longs, to.Floats, planes, rows, columns);
                return [gradient];
            };
        });
    }

    public static Tensor Average(Tensor x, Pair kernel, Pair stride, Pair padding, bool ceil, bool countPadding, long? divisor)
    {
        if (divisor == 0)
        {
            throw new ArgumentException("avg_pool2d: divisor_override is 0.");
        }

        var (rows, columns) = Sliding("avg_pool2d", x, kernel, stride, padding, 1, ceil);
        return Mean("avg_pool2d", x, rows, columns, (i, j) =>
            divisor ?? (countPadding ? rows.Counted(i) * columns.Counted(j) : rows.Inside(i) * columns.Inside(j)));
    }

    public static Tensor AdaptiveAverage(Tensor x, long height, long width)
    {
        CheckImages("adaptive_avg_pool2d", x);
        if (height < 0 || width < 0 || x.Sizes[^2] < 1 || x.Sizes[^1] < 1)
        {
            throw new ArgumentException(
                $"adaptive_avg_pool2d: output {Layout.Text([height, width])} cannot be made of shape {Layout.Text(x.Sizes)}.");
        }

        var (rows, columns) = (WindowAxis.Covering(x.Sizes[^2], height), WindowAxis.Covering(x.Sizes[^1], width));
        return Mean("adaptive_avg_pool2d", x, rows, columns, (i, j) => rows.Counted(i) * columns.Counted(j));
    }

    private static Tensor Mean(string operation, Tensor x, WindowAxis rows, WindowAxis columns, Func<long, long, long> divisor)
    {
        var (input, sizes, planes) = Planes(x, rows, columns);
        var divisors = new float[rows.Count * columns.Count];
        for (var i = 0L; i < divisors.Length; i++)
        {
            divisors[i] = divisor(i / columns.Count, i % columns.Count);
        }

        var result = Tensor.Allocate(sizes);
        using (var from = input.Pin(operation, ScalarType.Float32))
        using (var to = result.Pin())
        {
            MeanOfWindows.Run(from.Floats, to.Floats, divisors, planes, rows, columns);
        }

        return Node.Record(operation, result, [x], _ =>
        {
            var shape = x.shape;
            return g =>
            {
                var (upstream, gradient) = (RowMajor.Of(g), Tensor.Allocate(shape));
                using var from = upstream.Pin();
                using var to = gradient.Pin();
                MeanOfWindows.Gradient(from.Floats, to.Floats, divisors, planes, rows, columns);
                return [gradient];
            };
        });
    }

    private static (Tensor Input, long[] Sizes, long Count) Planes(Tensor x, WindowAxis rows, WindowAxis columns) =>
        (RowMajor.Of(x), [.. x.Sizes[..^2], rows.Count, columns.Count], Layout.Count(x.Sizes[..^2]));

    private static (WindowAxis Rows, WindowAxis Columns) Sliding(
        string operation, Tensor x, Pair kernel, Pair stride, Pair padding, Pair dilation, bool ceil)
    {
        CheckImages(operation, x);
        if (kernel.Least < 1 || stride.Least < 1 || dilation.Least < 1 || padding.Least < 0 || padding.Rows > kernel.Rows / 2
            || padding.Columns > kernel.Columns / 2)
        {
            throw new ArgumentException(
                $"{operation}: kernel {kernel}, stride {stride}, padding {padding} and dilation {dilation} do not fit; padding is at "
                + "most half the kernel, and the others at least 1.");
        }

        var rows = WindowAxis.Sliding(x.Sizes[^2], kernel.Rows, stride.Rows, padding.Rows, dilation.Rows, ceil);
        var columns = WindowAxis.Sliding(x.Sizes[^1], kernel.Columns, stride.Columns, padding.Columns, dilation.Columns, ceil);
        return rows.Count > 0 && columns.Count > 0 && !rows.AnyEmpty && !columns.AnyEmpty
            ? (rows, columns)
            : throw new ArgumentException(
                $"{operation}: kernel {kernel} with padding {padding} and dilation {dilation} does not fit input {Layout.Text(x.Sizes)}.");
    }

    private static void CheckImages(string operation, Tensor x)
    {
        if (x.Sizes.Length is not (3 or 4))
        {
            throw new ArgumentException($"{operation}: shape {Layout.Text(x.Sizes)} is neither [N, C, H, W] nor [C, H, W].");
        }
    }
}
