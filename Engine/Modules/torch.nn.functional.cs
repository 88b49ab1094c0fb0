using Repro.Engine.Operations;
using Repro.Engine.Random;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>A convolution of x (N × in × H × W) with weight (out × in/groups × kernel × kernel).</summary>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                long groups = 1) =>
                GroupedConvolve.Forward(input, weight, bias, Pair(strides, 1), Pair(padding, 0), Pair(dilation, 1), groups);

            /// <summary>A transposed convolution of x (N × in × H × W) with weight (in × out/groups × kernel × kernel).</summary>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                GroupedConvolve.Transposed(
                    input, weight, bias, Pair(strides, 1), Pair(padding, 0), Pair(output_padding, 0), Pair(dilation, 1), groups);

            /// <summary>x·weightsᵀ + bias.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                Repro.Engine.Operations.Linear.Apply(input, weights, bias);

            /// <summary>Batch normalization, per channel; running values are updated when training.</summary>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1E-05) =>
                BatchNormalization.Apply(input, running_mean, running_var, weight, bias, training, momentum, eps);

            /// <summary>Normalization of each sample over its last axes, which have the given shape.</summary>
            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                RowNormalization.Layer(input, normalized_shape, weight, bias, eps);

            /// <summary>Normalization of groups of channels of each sample.</summary>
            public static Tensor group_norm(
                Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                RowNormalization.Group(input, num_groups, weight, bias, eps);

            /// <summary>The squared differences, their mean or their sum.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Loss.SquaredError(input, target, reduction);

            /// <summary>Sets elements to 0 with probability p and scales the others by 1 / (1 − p), when training.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (p is not (>= 0 and <= 1))
                {
                    throw new ArgumentOutOfRangeException(nameof(p), $"dropout: p is {p}; it is between 0 and 1.");
                }

                if (!training || p == 0)
                {
                    return input.alias();
                }

                if (p == 1)
                {
                    return Activate(nameof(dropout), input, inplace, x => x * 0);
                }

                var mask = empty(input.Sizes);
                Draws.Bernoulli(mask, 1 - p, null);
                mask.div_(1 - p);
                return Activate(nameof(dropout), input, inplace, x => x * mask);
            }

            private static long[] Pair(long[]? values, long fallback) => values switch
            {
                null => [fallback, fallback],
                [var both] => [both, both],
                [_, _] => values,
                _ => throw new ArgumentException($"One or two numbers are expected, not {values.Length}."),
            };
        }
    }
}
