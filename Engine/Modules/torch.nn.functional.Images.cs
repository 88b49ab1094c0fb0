using Repro.Engine.Api;
using Repro.Engine.Operations;
using ForImages = Repro.Engine.Operations.Pair;

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
                Pad.Apply(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>More (or fewer) elements at both ends of the last axis, and of the one before it.</summary>
            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Pad.Apply(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>More (or fewer) elements at both ends of axes, the last axis first.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Pad.Apply(input, pad, mode, value);

            /// <summary>More (or fewer) elements at both ends of axes, the last axis first.</summary>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Pad.Apply(input, [.. pad], mode, value);

            /// <summary>As many more (or fewer) elements at both ends of every axis.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Pad.Apply(input, [.. Enumerable.Repeat(pad, 2 * input.Sizes.Length)], mode, value);

            /// <summary>The largest elements of windows of images, [N, C, H, W] or [C, H, W].</summary>
            /// <param name="input">The images.</param>
            /// <param name="kernel_size">The window: one number, or rows and columns; the same for those below.</param>
            /// <param name="strides">From one window to the next; the window's size if null.</param>
            /// <param name="padding">At each side, at most half the window; 0 if null. It is never the largest.</param>
            /// <param name="dilation">From one element of a window to the next; 1 if null.</param>
            /// <param name="ceil_mode">Whether windows may end outside.</param>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) => Pooling.Max(
                input,
                ForImages.Of(nameof(max_pool2d), kernel_size),
                ForImages.Of(nameof(max_pool2d), strides ?? kernel_size),
                ForImages.Of(nameof(max_pool2d), padding ?? [0]),
                ForImages.Of(nameof(max_pool2d), dilation ?? [1]),
                ceil_mode);

            /// <summary>The largest elements of square windows of images, [N, C, H, W] or [C, H, W].</summary>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Pooling.Max(input, kernel_size, stride ?? kernel_size, padding ?? 0, dilation ?? 1, ceil_mode);

            /// <summary>The largest elements of windows of images, [N, C, H, W] or [C, H, W], with numbers for (rows, columns).</summary>
            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, bool ceil_mode = false) =>
                Pooling.Max(input, kernel_size, stride ?? kernel_size, padding ?? (0, 0), dilation ?? (1, 1), ceil_mode);

            /// <summary>The means of windows of images, [N, C, H, W] or [C, H, W].</summary>
            /// <param name="input">The images.</param>
            /// <param name="kernel_size">The window: one number, or rows and columns; the same for those below.</param>
            /// <param name="stride">From one window to the next; the window's size if null.</param>
            /// <param name="padding">Zeros at each side, at most half the window; 0 if null.</param>
            /// <param name="ceil_mode">Whether windows may end outside.</param>
            /// <param name="count_include_pad">Whether the padding counts as elements.</param>
            /// <param name="divisor_override">What to divide sums by, in place of the number of elements.</param>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Pooling.Average(
                    input,
                    ForImages.Of(nameof(avg_pool2d), kernel_size),
                    ForImages.Of(nameof(avg_pool2d), stride ?? kernel_size),
                    ForImages.Of(nameof(avg_pool2d), padding ?? [0]),
                    ceil_mode,
                    count_include_pad,
                    divisor_override);

            /// <summary>The means of square windows of images, [N, C, H, W] or [C, H, W].</summary>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Pooling.Average(input, kernel_size, stride ?? kernel_size, padding, ceil_mode, count_include_pad, divisor_override);

            /// <summary>The means of windows of images, [N, C, H, W] or [C, H, W], with numbers for (rows, columns).</summary>
            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Pooling.Average(
                    input, kernel_size, stride ?? kernel_size, padding ?? (0, 0), ceil_mode, count_include_pad, divisor_override);

            /// <summary>Images, [N, C, H, W] or [C, H, W], reduced to as many rows and columns of means.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                Pooling.AdaptiveAverage(input, output_size, output_size);

            /// <summary>Images, [N, C, H, W] or [C, H, W], reduced to (rows, columns) of means.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                Pooling.AdaptiveAverage(input, output_size.Item1, output_size.Item2);

            /// <summary>Images, [N, C, H, W] or [C, H, W], reduced to so many rows and columns of means.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size)
            {
                var size = ForImages.Of(nameof(adaptive_avg_pool2d), output_size);
                return Pooling.AdaptiveAverage(input, size.Rows, size.Columns);
            }

            /// <summary>Images (N × C × H × W) of another size, given by sizes or by factors, one or (rows, columns).</summary>
            /// <exception cref="NotSupportedException">The mode is neither nearest nor bilinear, or antialias is asked for.</exception>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                Unsupported.Option(nameof(interpolate), nameof(antialias), antialias);
                return mode switch
                {
                    InterpolationMode.Nearest when align_corners is not null =>
                        throw new ArgumentException("interpolate: align_corners has no meaning for nearest; leave it out."),
                    InterpolationMode.Nearest => Interpolation.Nearest(x, size, scale_factor, recompute_scale_factor),
                    InterpolationMode.Bilinear =>
                        Interpolation.Bilinear(x, size, scale_factor, recompute_scale_factor, align_corners ?? false),
                    _ =>
                        throw new NotSupportedException(
                            $"interpolate: {mode} is not supported by the exact engine; Nearest and Bilinear are."),
                };
            }
        }
    }
}
