using Repro.Engine.Api;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A linear layer: x·weightᵀ + bias. Draws weight, then bias, from the default generator.</summary>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
        {
            Device.RequireCpu(device);
            Unsupported.Dtype(nameof(Linear), dtype);
            return new Linear(inputSize, outputSize, hasBias);
        }

        /// <summary>x·weightᵀ + bias with a weight (out × in) and a bias that are there already.</summary>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>A convolution. Draws weight, then bias, from the default generator.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            Conv2d(
                in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), (dilation, dilation),
                padding_mode, groups, bias, device, dtype);

        /// <summary>A convolution. Draws weight, then bias, from the default generator.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null)
        {
            Device.RequireCpu(device);
            Unsupported.Dtype(nameof(Conv2d), dtype);
            return new Conv2d(
                in_channels, out_channels, kernel_size, stride
                    ?? (1, 1), padding
                    ?? (0, 0), padding
                    ?? (0, 0), dilation
                    ?? (1, 1), padding_mode, groups, bias);
        }

        /// <summary>A convolution that pads by a word. Draws weight, then bias, from the default generator.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            Conv2d(
                in_channels, out_channels, (kernel_size, kernel_size), padding, (stride, stride), (dilation, dilation), padding_mode,
                groups, bias, device, dtype);

        /// <summary>A convolution that pads by a word. Draws weight, then bias, from the default generator.</summary>
        /// <exception cref="ArgumentException">As many pixels as there are are asked for with a stride that is not 1.</exception>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null,
            (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null)
        {
            Device.RequireCpu(device);
            Unsupported.Dtype(nameof(Conv2d), dtype);
            var (steps, distances) = (stride ?? (1, 1), dilation ?? (1, 1));
            if (padding == Padding.Same && steps != (1, 1))
            {
                throw new ArgumentException($"Conv2d: Padding.Same needs a stride of 1, not {steps}.", nameof(stride));
            }

            var (rows, columns) = padding == Padding.Same
                ? (distances.Item1 * (kernel_size.Item1 - 1), distances.Item2 * (kernel_size.Item2 - 1))
                : (0, 0);
            return new Conv2d(
                in_channels, out_channels, kernel_size, steps, (rows / 2, columns / 2), (
                    rows - (rows / 2), columns - (columns / 2)), distances, padding_mode, groups, bias);
        }

        /// <summary>A transposed convolution. Draws weight, then bias, from the default generator.</summary>
        public static ConvTranspose2d ConvTranspose2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
            long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            ConvTranspose2d(
                in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding),
                (output_padding, output_padding), (dilation, dilation), padding_mode, groups, bias, device, dtype);

        /// <summary>A transposed convolution. Draws weight, then bias, from the default generator.</summary>
        public static ConvTranspose2d ConvTranspose2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? output_padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null)
        {
            Device.RequireCpu(device);
            Unsupported.Dtype(nameof(ConvTranspose2d), dtype);
            Unsupported.Option(nameof(ConvTranspose2d), $"padding mode {padding_mode}", padding_mode != PaddingModes.Zeros);
            return new ConvTranspose2d(
                in_channels, out_channels, kernel_size, stride ?? (1, 1), padding ?? (0, 0), output_padding ?? (0, 0), dilation ?? (1, 1),
                groups, bias);
        }

        /// <summary>Batch normalization of N × C.</summary>
        public static BatchNorm1d BatchNorm1d(
            long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
            Device? device = null, ScalarType? dtype = null)
        {
            Device.RequireCpu(device);
            Unsupported.Dtype(nameof(BatchNorm1d), dtype);
            return new BatchNorm1d(num_features, eps, momentum, affine, track_running_stats);
        }

        /// <summary>Batch normalization of N × C × H × W.</summary>
        public static BatchNorm2d BatchNorm2d(
            long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
            Device? device = null, ScalarType? dtype = null)
        {
            Device.RequireCpu(device);
            Unsupported.Dtype(nameof(BatchNorm2d), dtype);
            return new BatchNorm2d(num_features, eps, momentum, affine, track_running_stats);
        }
    }
}
