using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>
/// Convolutions in groups: each group of input channels makes its own group of output channels, by the convolution of
/// <see cref="Convolve"/>.
/// </summary>
internal static class GroupedConvolve
{
    /// <summary>x (N × in × H × W), weight (out × in/groups × kernel).</summary>
    public static Tensor Forward(Tensor x, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] dilation, long groups)
    {
        Check("conv2d", x, weight, bias, groups, 0, "[out, in / groups, kernel, kernel]");
        return groups == 1
            ? Convolve.Forward(x, weight, bias, stride, padding, dilation)
            : Each(x, weight, bias, groups, (input, kernel, shift) => Convolve.Forward(input, kernel, shift, stride, padding, dilation));
    }

    /// <summary>x (N × in × H × W), weight (in × out/groups × kernel).</summary>
    public static Tensor Transposed(
        Tensor x, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] outputPadding, long[] dilation, long groups)
    {
        Check("conv_transpose2d", x, weight, bias, groups, 1, "[in, out / groups, kernel, kernel]");
        return groups == 1
            ? Convolve.Transposed(x, weight, bias, stride, padding, outputPadding, dilation)
            : Each(x, weight, bias, groups, (input, kernel, shift) =>
                Convolve.Transposed(input, kernel, shift, stride, padding, outputPadding, dilation));
    }

    private static Tensor Each(Tensor x, Tensor weight, Tensor? bias, long groups, Func<Tensor, Tensor, Tensor?, Tensor> convolve) =>
        Concatenation.Join([.. Enumerable.Range(0, (int)groups).Select(group =>
            convolve(
                Slice(x, 1, groups, group), Slice(weight, 0, groups, group), bias is null ? null : Slice(bias, 0, groups, group)))], 1);

    private static Tensor Slice(Tensor x, int axis, long groups, int group)
    {
        var length = x.Sizes[axis] / groups;
        return x.narrow(axis, group * length, length);
    }

    private static void Check(string operation, Tensor x, Tensor weight, Tensor? bias, long groups, int outputAxis, string wanted)
    {
        if (groups == 1)
        {
            return;
        }

        var outputs = weight.Sizes.Length == 4 ? weight.Sizes[outputAxis] * (outputAxis == 0 ? 1 : groups) : 0;
        if (groups < 1 || x.Sizes.Length != 4 || weight.Sizes.Length != 4 || x.Sizes[1] % groups != 0 || weight.Sizes[0] % groups != 0
            || (bias is not null && !bias.Sizes.SequenceEqual([outputs])))
        {
            throw new ArgumentException(
                $"{operation}: input {Layout.Text(x.Sizes)} and weight "
                + $"{Layout.Text(weight.Sizes)}{(bias is null ? "" : $" with bias {Layout.Text(bias.Sizes)}")} do not fit {groups} "
                    + $"groups; [N, in, H, W] and {wanted} with multiples of {groups} would.");
        }
    }
}
