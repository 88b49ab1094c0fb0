using Repro.Engine.Autograd;
using Repro.Engine.Convolution;
using Repro.Engine.Convolution.Filtering;
using Repro.Engine.Kernels.Reductions;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>
/// Convolutions and transposed convolutions with their gradients. One is the other's input gradient, so there are three computations for
/// both: large to small, small to large, and the kernel's gradient. Images are computed channels-last, whatever the layout of the input.
/// </summary>
internal static unsafe class Convolve
{
    /// <summary>x (N × in × H × W), weight (out × in × kernel).</summary>
    public static Tensor Forward(Tensor x, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] dilation)
    {
        Check("conv2d", x, weight, bias, x.Sizes.Length == 4 && weight.Sizes.Length == 4 && x.Sizes[1] == weight.Sizes[1], 0);
        CheckOptions("conv2d", stride, padding, dilation);
        var small = (
            SmallSize("conv2d", x, weight, 2, stride[0], padding[0], dilation[0]),
            SmallSize("conv2d", x, weight, 3, stride[1], padding[1], dilation[1]));
        var shape = ShapeOf(x, weight, large: (Int(x.Sizes[2]), Int(x.Sizes[3])), small, stride, padding, dilation);
        return Record("conv2d", shape, x, weight, bias, toSmall: true);
    }

    /// <summary>x (N × in × H × W), weight (in × out × kernel).</summary>
    public static Tensor Transposed(
        Tensor x, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] outputPadding, long[] dilation)
    {
        Check("conv_transpose2d", x, weight, bias, x.Sizes.Length == 4 && weight.Sizes.Length == 4 && x.Sizes[1] == weight.Sizes[0], 1);
        CheckOptions("conv_transpose2d", stride, padding, dilation);
        CheckOutputPadding(outputPadding, stride, dilation);
        var large = (
            LargeSize(x, weight, 2, stride[0], padding[0], outputPadding[0], dilation[0]),
            LargeSize(x, weight, 3, stride[1], padding[1], outputPadding[1], dilation[1]));
        var shape = ShapeOf(x, weight, large, small: (Int(x.Sizes[2]), Int(x.Sizes[3])), stride, padding, dilation);
        return Record("conv_transpose2d", shape, x, weight, bias, toSmall: false);
    }

    /// <summary>The tensor itself if it is channels-last, otherwise a channels-last copy.</summary>
    public static Tensor ChannelsLast(Tensor x)
    {
        var strides = Layout.ChannelsLast(x.Sizes);
        return Layout.Same(x.Sizes, x.Strides, strides) ? x : Copy.To(x, strides);
    }

    /// <summary>
    /// Computes from the large side to the small one, or the other way; the gradient of the input goes back the way it came.
    /// </summary>
    private static Tensor Record(string operation, ConvolutionShape shape, Tensor x, Tensor weight, Tensor? bias, bool toSmall)
    {
        var images = ChannelsLast(x);
        var result = toSmall ? ToSmall(shape, images, weight, bias) : ToLarge(shape, images, weight, bias);
        return Node.Record(operation, result, bias is null ? [x, weight] : [x, weight, bias], node =>
        {
            var (xs, ws) = (node.Save(images), node.Save(weight));
            var hasBias = bias is not null;
            return g =>
            {
                var gradient = ChannelsLast(g);
                var (small, large) = toSmall ? (gradient, xs.Value) : (xs.Value, gradient);
                var input = !node.Wants(0) ? null : toSmall ? ToLarge(shape, gradient, ws.Value, null) : ToSmall(
                    shape, gradient, ws.Value, null);
                var kernel = node.Wants(1) ? KernelOf(shape, small, large, ws.Value) : null;
                return hasBias ? [input, kernel, node.Wants(2) ? SumOfPixels(gradient) : null] : [input, kernel];
            };
        });
    }

    /// <summary>In both operators the kernel's first axis is the small side's channels and the second the large side's.</summary>
    private static ConvolutionShape ShapeOf(
        Tensor x, Tensor weight, (int Rows, int Columns) large, (int Rows, int Columns) small, long[] stride, long[] padding,
        long[] dilation) => new()
        {
            Images = Int(x.Sizes[0]),
            LargeRows = large.Rows,
            LargeColumns = large.Columns,
            LargeChannels = Int(weight.Sizes[1]),
            SmallRows = small.Rows,
            SmallColumns = small.Columns,
            SmallChannels = Int(weight.Sizes[0]),
            KernelRows = Int(weight.Sizes[2]),
            KernelColumns = Int(weight.Sizes[3]),
            StrideRows = Int(stride[0]),
            StrideColumns = Int(stride[1]),
            PaddingRows = Int(padding[0]),
            PaddingColumns = Int(padding[1]),
            DilationRows = Int(dilation[0]),
            DilationColumns = Int(dilation[1]),
        };

    private static Tensor ToSmall(in ConvolutionShape shape, Tensor large, Tensor weight, Tensor? bias)
    {
        var strides = weight.Strides;
        return Compute(
            "conv2d",
            shape,
            large,
            weight,
            (strides[1], strides[0]),
            bias,
            [shape.Images, shape.SmallChannels, shape.SmallRows, shape.SmallColumns],
            Filter.Fits(shape) ? FilteredConvolution.ToSmall : DirectConvolution.ToSmall);
    }

    private static Tensor ToLarge(in ConvolutionShape shape, Tensor small, Tensor weight, Tensor? bias)
    {
        var strides = weight.Strides;
        return Compute(
            "conv_transpose2d",
            shape,
            small,
            weight,
            (strides[0], strides[1]),
            bias,
            [shape.Images, shape.LargeChannels, shape.LargeRows, shape.LargeColumns],
            Filter.Fits(shape) ? FilteredConvolution.ToLarge : DirectConvolution.ToLarge);
    }

    private delegate void Computation(in ConvolutionShape shape, float* from, in Kernel kernel, float* bias, float* to);

    private static Tensor Compute(
        string operation, in ConvolutionShape shape, Tensor x, Tensor weight, (long Input, long Output) strides, Tensor? bias, long[] sizes,
        Computation computation)
    {
        var result = Tensor.Allocate(sizes, Layout.ChannelsLast(sizes));
        if (result.NumberOfElements == 0)
        {
            return result;
        }

        using var input = x.Pin(operation, ScalarType.Float32);
        using var output = result.Pin();
        using var kernel = weight.Pin(operation, ScalarType.Float32);
        using var added = (bias is null ? result : Copy.RowMajor(bias)).Pin(operation, ScalarType.Float32);
        var taps = new Kernel(kernel.Floats, strides.Input, strides.Output, weight.Strides[2], weight.Strides[3]);
        computation(shape, input.Floats, taps, bias is null ? null : added.Floats, output.Floats);
        return result;
    }

    private static Tensor KernelOf(in ConvolutionShape shape, Tensor small, Tensor large, Tensor weight)
    {
        if (small.NumberOfElements == 0)
        {
            return Filled.Zeros(weight.Sizes);
        }

        var result = Tensor.Allocate(weight.Sizes);
        using var left = small.Pin("conv2d", ScalarType.Float32);
        using var right = large.Pin("conv2d", ScalarType.Float32);
        using var output = result.Pin();
        var strides = result.Strides;
        var taps = new Kernel(output.Floats, strides[1], strides[0], strides[2], strides[3]);
        if (Filter.Fits(shape))
        {
            FilteredConvolution.KernelGradient(shape, left.Floats, right.Floats, taps);
        }
        else
        {
            DirectConvolution.KernelGradient(shape, left.Floats, right.Floats, taps);
        }

        return result;
    }

    private static Tensor SumOfPixels(Tensor gradient)
    {
        var result = Tensor.Allocate([gradient.Sizes[1]]);
        using var input = gradient.Pin();
        using var output = result.Pin();
        ColumnSum.Run(input.Floats, gradient.Sizes[0] * gradient.Sizes[2] * gradient.Sizes[3], gradient.Sizes[1], output.Floats);
        return result;
    }

    private static void Check(string operation, Tensor x, Tensor weight, Tensor? bias, bool fits, int outputAxis)
    {
        if (!fits || weight.NumberOfElements == 0 || (bias is not null && !bias.Sizes.SequenceEqual([weight.Sizes[outputAxis]])))
        {
            var wanted = outputAxis == 0 ? "[N, in, H, W] and [out, in, kernel, kernel]" : "[N, in, H, W] and [in, out, kernel, kernel]";
            throw new ArgumentException(
                $"{operation}: input {Layout.Text(x.Sizes)} and weight "
                + $"{Layout.Text(weight.Sizes)}{(bias is null ? "" : $" with bias {Layout.Text(bias.Sizes)}")} do not fit; {wanted} "
                    + "would.");
        }
    }

    private static void CheckOptions(string operation, long[] stride, long[] padding, long[] dilation)
    {
        if (stride.Min() < 1 || padding.Min() < 0 || dilation.Min() < 1)
        {
            throw new ArgumentException(
                $"{operation}: stride {Layout.Text(stride)}, padding {Layout.Text(padding)}, dilation {Layout.Text(dilation)}: stride "
                + "and dilation are at least 1, padding at least 0.");
        }
    }

    private static void CheckOutputPadding(long[] outputPadding, long[] stride, long[] dilation)
    {
        for (var d = 0; d < outputPadding.Length; d++)
        {
            if (outputPadding[d] < 0 || outputPadding[d] >= Math.Max(stride[d], dilation[d]))
            {
                throw new ArgumentException(
                    $"conv_transpose2d: output_padding {Layout.Text(outputPadding)} is at least 0 and less than the stride "
                    + $"{Layout.Text(stride)} or the dilation {Layout.Text(dilation)}.");
            }
        }
    }

    private static int SmallSize(string operation, Tensor x, Tensor weight, int axis, long stride, long padding, long dilation)
    {
        var span = (dilation * (weight.Sizes[axis] - 1)) + 1;
        var room = x.Sizes[axis] + (2 * padding) - span;
        return room >= 0
            ? Int((room / stride) + 1)
            : throw new ArgumentException(
                $"{operation}: kernel {Layout.Text(weight.Sizes[2..])} (spanning {span}) does not fit input {Layout.Text(x.Sizes)} with "
                + $"padding {padding}.");
    }

    private static int LargeSize(Tensor x, Tensor weight, int axis, long stride, long padding, long outputPadding, long dilation)
    {
        var size = ((x.Sizes[axis] - 1) * stride) - (2 * padding) + (dilation * (weight.Sizes[axis] - 1)) + outputPadding + 1;
        return size > 0
            ? Int(size)
            : throw new ArgumentException(
                $"conv_transpose2d: padding {padding} leaves nothing of an output of input {Layout.Text(x.Sizes)} and weight "
                + $"{Layout.Text(weight.Sizes)}.");
    }

    private static int Int(long value) => checked((int)value);
}
