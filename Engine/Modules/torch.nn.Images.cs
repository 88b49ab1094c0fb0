using Repro.Engine.Operations;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The largest element of each window of an image; the stride is the kernel's size unless given.</summary>
        public static MaxPool2d MaxPool2d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>
        /// The largest element of each window of an image, with numbers for (rows, columns); the stride is the kernel's size unless given.
        /// </summary>
        public static MaxPool2d MaxPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
            bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>
        /// The largest element of each window of an image, with one number, or rows and columns; the stride is the kernel's size unless
        /// given.
        /// </summary>
        public static MaxPool2d MaxPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(
            Pair.Of(nameof(MaxPool2d), kernel_size),
            Pair.OfAny(nameof(MaxPool2d), stride),
            Pair.OfAny(nameof(MaxPool2d), padding),
            Pair.OfAny(nameof(MaxPool2d), dilation),
            ceil_mode);

        /// <summary>The mean of each window of an image; the stride is the kernel's size unless given.</summary>
        public static AvgPool2d AvgPool2d(
            long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
            long? divisor_override = null) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <summary>
        /// The mean of each window of an image, with numbers for (rows, columns); the stride is the kernel's size unless given.
        /// </summary>
        public static AvgPool2d AvgPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
            bool count_include_pad = true, long? divisor_override = null) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <summary>
        /// The mean of each window of an image, with one number, or rows and columns; the stride is the kernel's size unless given.
        /// </summary>
        public static AvgPool2d AvgPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
            long? divisor_override = null) => new(
            Pair.Of(nameof(AvgPool2d), kernel_size),
            Pair.OfAny(nameof(AvgPool2d), stride),
            Pair.OfAny(nameof(AvgPool2d), padding),
            ceil_mode,
            count_include_pad,
            divisor_override);

        /// <summary>The means of as many windows as the square output has pixels.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(output_size, output_size);

        /// <summary>The means of as many windows as the output (rows, columns) has pixels.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(output_size.Item1, output_size.Item2);

        /// <summary>The means of as many windows as the output (rows, columns) has pixels.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => output_size is [var height, var width]
            ? new(height, width)
            : throw new ArgumentException(
                $"AdaptiveAvgPool2d: the output has rows and columns, not {output_size?.Length ?? 0} sizes.", nameof(output_size));

        /// <summary>Images of another size, given by sizes or by factors.</summary>
        public static Upsample Upsample(
            long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null,
            bool? recompute_scale_factor = null) =>
            new(size, scale_factor, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);

        /// <summary>Several axes as one.</summary>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>One axis as several.</summary>
        public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);
    }
}
