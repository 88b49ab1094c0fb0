using Repro.Engine.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A 2-d transposed convolution.</summary>
public sealed class ConvTranspose2d : nn.Module<Tensor, Tensor>
{
    private readonly long[] stride;
    private readonly long[] padding;
    private readonly long[] outputPadding;
    private readonly long[] dilation;
    private readonly long groups;

    internal ConvTranspose2d(
        long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long) padding,
        (long, long) output_padding, (long, long) dilation, long groups, bool bias)
        : base(nameof(ConvTranspose2d))
    {
        this.stride = [stride.Item1, stride.Item2];
        this.padding = [padding.Item1, padding.Item2];
        outputPadding = [output_padding.Item1, output_padding.Item2];
        this.dilation = [dilation.Item1, dilation.Item2];
        this.groups = Groups.Check(nameof(ConvTranspose2d), groups, in_channels, out_channels);
        weight = InitialWeights.Weight(in_channels, out_channels / groups, kernel_size.Item1, kernel_size.Item2);
        this.bias = bias ? InitialWeights.Bias(weight, out_channels) : null;
    }

    /// <summary>in × out/groups × kernel × kernel.</summary>
    public Parameter weight
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            ConditionallyRegisterParameter(nameof(weight), field = value);
        }
    }

    /// <summary>One number for each output channel.</summary>
    public Parameter? bias
    {
        get;
        set => ConditionallyRegisterParameter(nameof(bias), field = value);
    }

    /// <summary>N × in × H × W to N × out × H' × W'.</summary>
    public override Tensor forward(Tensor input) =>
        nn.functional.conv_transpose2d(input, weight, bias, stride, padding, outputPadding, dilation, groups);
}
