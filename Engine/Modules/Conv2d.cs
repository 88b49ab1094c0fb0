using Repro.Engine.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A 2-d convolution.</summary>
public sealed class Conv2d : nn.Module<Tensor, Tensor>
{
    private readonly long[] stride;
    private readonly long[] before;
    private readonly long[] after;
    private readonly long[] dilation;
    private readonly PaddingModes paddingMode;
    private readonly long groups;

    internal Conv2d(
        long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long) before, (long, long) after,
        (long, long) dilation, PaddingModes padding_mode, long groups, bool bias)
        : base(nameof(Conv2d))
    {
        this.stride = [stride.Item1, stride.Item2];
        this.before = [before.Item1, before.Item2];
        this.after = [after.Item1, after.Item2];
        this.dilation = [dilation.Item1, dilation.Item2];
        paddingMode = padding_mode;
        this.groups = Groups.Check(nameof(Conv2d), groups, in_channels, out_channels);
        weight = InitialWeights.Weight(out_channels, in_channels / groups, kernel_size.Item1, kernel_size.Item2);
        this.bias = bias ? InitialWeights.Bias(weight, out_channels) : null;
    }

    /// <summary>out × in/groups × kernel × kernel.</summary>
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
    public override Tensor forward(Tensor input)
    {
        var isZero = paddingMode is PaddingModes.Zeros or PaddingModes.Constant;
        if (isZero && before.SequenceEqual(after))
        {
            return nn.functional.conv2d(input, weight, bias, stride, before, dilation, groups);
        }

        using var padded = nn.functional.pad(
            input, [before[1], after[1], before[0], after[0]], isZero ? PaddingModes.Constant : paddingMode);
        return nn.functional.conv2d(padded, weight, bias, stride, null, dilation, groups);
    }
}
