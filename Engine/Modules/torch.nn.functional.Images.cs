using Repro.Engine.Modules;
using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Softmax along an axis.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>The logarithm of the softmax along an axis.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>More (or fewer) elements at both ends of the last axis.</summary>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Padding.Apply(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>More (or fewer) elements at both ends of the last axis, and of the one before it.</summary>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Padding.Apply(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>More (or fewer) elements at both ends of axes, the last axis first.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Padding.Apply(input, pad, mode, value);

            /// <summary>Images (N × C × H × W) of another size, given by sizes or by factors, one or (rows, columns).</summary>
            /// <exception cref="NotSupportedException">The mode is neither nearest nor bilinear, or antialias is asked for.</exception>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                Unsupported.Option(nameof(interpolate), nameof(antialias), antialias);
                return mode switch
                {
                    InterpolationMode.Nearest when align_corners is not null =>
                        throw new ArgumentException("interpolate: align_corners has no meaning for nearest; leave it out."),
                    InterpolationMode.Nearest => Interpolation.Nearest(x, size, scale_factor, recompute_scale_factor),
                    InterpolationMode.Bilinear => Interpolation.Bilinear(x, size, scale_factor, recompute_scale_factor, align_corners ?? false),
                    _ => throw new NotSupportedException($"interpolate: {mode} is not supported by the exact engine; Nearest and Bilinear are."),
                };
            }
        }
    }
}
