using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Resampling;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Results whose elements are picked, or blended of two, along one axis.</summary>
internal static unsafe class Resampling
{
    /// <summary>Element source[i] at place i of the axis, or a constant where source[i] is negative.</summary>
    /// <param name="operation">What messages call it.</param>
    /// <param name="x">Any shape.</param>
    /// <param name="axis">The axis, counted from the front.</param>
    /// <param name="source">An element for each place.</param>
    /// <param name="constant">The value where there is no source.</param>
    /// <param name="learned">The elements that get the gradients of the places, if not those of <paramref name="source"/>.</param>
    public static Tensor Take(string operation, Tensor x, int axis, long[] source, float constant = 0, long[]? learned = null)
    {
        var (outer, length, inner) = Blocks(x.Sizes, axis);
        var input = RowMajor.Of(x);
        var result = Tensor.Allocate(Resized(x.Sizes, axis, source.Length));
        using (var from = input.Pin(operation, ScalarType.Float32))
        using (var to = result.Pin())
        {
            AxisTake.Run(from.Floats, to.Floats, outer, length, source, inner, constant);
        }

        return Node.Record(operation, result, [x], _ =>
        {
            var places = new Places(learned ?? source, length);
            return g => [Back(g, axis, length, (from, to) => AxisTake.Gradient((float*)from, (float*)to, outer, places, inner))];
        });
    }

    /// <summary>The weighted sum of two elements at each place of the axis.</summary>
    public static Tensor Mix(string operation, Tensor x, int axis, Blend blend)
    {
        var (outer, length, inner) = Blocks(x.Sizes, axis);
        var input = RowMajor.Of(x);
        var result = Tensor.Allocate(Resized(x.Sizes, axis, blend.Count));
        using (var from = input.Pin(operation, ScalarType.Float32))
        using (var to = result.Pin())
        {
            AxisBlend.Run(from.Floats, to.Floats, outer, length, blend, inner);
        }

        return Node.Record(operation, result, [x], _ => g =>
            [Back(g, axis, length, (from, to) => AxisBlend.Gradient((float*)from, (float*)to, outer, length, blend, inner))]);
    }

    private static Tensor Back(Tensor gradient, int axis, long length, Action<nint, nint> run)
    {
        var upstream = RowMajor.Of(gradient);
        var result = Tensor.Allocate(Resized(gradient.Sizes, axis, length));
        using var from = upstream.Pin();
        using var to = result.Pin();
        run((nint)from.Floats, (nint)to.Floats);
        return result;
    }

    private static long[] Resized(ReadOnlySpan<long> sizes, int axis, long length)
    {
        var resized = sizes.ToArray();
        resized[axis] = length;
        return resized;
    }

    private static (long Outer, long Length, long Inner) Blocks(ReadOnlySpan<long> sizes, int axis) =>
        (Layout.Count(sizes[..axis]), sizes[axis], Layout.Count(sizes[(axis + 1)..]));
}
