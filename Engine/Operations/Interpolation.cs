using Repro.Engine.Kernels.Resampling;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>
/// Images (N × C × H × W) of another size. Positions are computed in binary32, as PyTorch computes them; bilinear blends columns first,
/// then rows.
/// </summary>
internal static class Interpolation
{
    public static Tensor Nearest(Tensor x, long[]? size, double[]? factors, bool recompute)
    {
        var axes = Axes(x, size, factors, recompute);
        var columns = Resampling.Take("interpolate", x, 3, NearestTo(axes[1]));
        return Resampling.Take("interpolate", columns, 2, NearestTo(axes[0]));
    }

    public static Tensor Bilinear(Tensor x, long[]? size, double[]? factors, bool recompute, bool alignCorners)
    {
        var axes = Axes(x, size, factors, recompute);
        var columns = Resampling.Mix("interpolate", x, 3, BlendOf(axes[1], alignCorners));
        return Resampling.Mix("interpolate", columns, 2, BlendOf(axes[0], alignCorners));
    }

    private static long[] NearestTo(Axis axis)
    {
        var sources = new long[axis.To];
        for (var i = 0L; i < axis.To; i++)
        {
            sources[i] = Math.Min((long)MathF.Floor(i * axis.Step), axis.From - 1);
        }

        return sources;
    }

    private static Blend BlendOf(Axis axis, bool alignCorners)
    {
        var blend = new Blend(new long[axis.To], new long[axis.To], new float[axis.To], new float[axis.To]);
        var step = !alignCorners ? axis.Step : axis.To > 1 ? (float)(axis.From - 1) / (axis.To - 1) : 0;
        for (var i = 0L; i < axis.To; i++)
        {
            var position = alignCorners ? i * step : MathF.Max(0, ((i + 0.5f) * step) - 0.5f);
            var lower = Math.Min((long)position, axis.From - 1);
            blend.Lower[i] = lower;
            blend.Upper[i] = Math.Min(lower + 1, axis.From - 1);
            blend.UpperWeight[i] = MathF.Min(position - lower, 1);
            blend.LowerWeight[i] = 1 - blend.UpperWeight[i];
        }

        return blend;
    }

    private static Axis[] Axes(Tensor x, long[]? size, double[]? factors, bool recompute)
    {
        if (x.Sizes.Length != 4)
        {
            throw new NotSupportedException(
                $"interpolate: shape {Layout.Text(x.Sizes)} is not supported by the exact engine; [N, C, H, W] is.");
        }

        if ((size is null) == (factors is null) || (size ?? [1]).Length is not (1 or 2) || (factors ?? [1]).Length is not (1 or 2))
        {
            throw new ArgumentException("interpolate: either size or scale_factor is given, one number or two (rows, columns).");
        }

        return [AxisOf(x, 0, size, factors, recompute), AxisOf(x, 1, size, factors, recompute)];
    }

    private static Axis AxisOf(Tensor x, int which, long[]? size, double[]? factors, bool recompute)
    {
        var from = x.Sizes[2 + which];
        var factor = factors?[Math.Min(which, factors.Length - 1)];
        var to = size is not null ? size[Math.Min(which, size.Length - 1)] : (long)Math.Floor(from * factor!.Value);
        if (from < 1 || to < 1)
        {
            throw new ArgumentException(
                $"interpolate: {to} {(which == 0 ? "rows" : "columns")} cannot be made of shape {Layout.Text(x.Sizes)}.");
        }

        return new Axis(from, to, factor is { } given && !recompute ? (float)(1 / given) : (float)from / to);
    }

    /// <summary>Old and new size, and the old positions from one new one to the next.</summary>
    private readonly record struct Axis(long From, long To, float Step);
}
