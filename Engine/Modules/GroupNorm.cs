using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalizes groups of channels of each sample by their mean and variance.</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    private readonly long groups;
    private readonly double eps;

    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine)
        : base(nameof(GroupNorm))
    {
        if (num_groups < 1 || num_channels % num_groups != 0)
        {
            throw new ArgumentException($"GroupNorm: {num_channels} channels do not fall into {num_groups} groups.", nameof(num_groups));
        }

        groups = num_groups;
        this.eps = eps;
        if (affine)
        {
            weight = new Parameter(ones(num_channels));
            bias = new Parameter(zeros(num_channels));
        }
    }

    /// <summary>The scale of each channel.</summary>
    public Parameter? weight
    {
        get;
        set => ConditionallyRegisterParameter(nameof(weight), field = value);
    }

    /// <summary>The shift of each channel.</summary>
    public Parameter? bias
    {
        get;
        set => ConditionallyRegisterParameter(nameof(bias), field = value);
    }

    /// <summary>Normalizes N × C × …; the shape stays.</summary>
    public override Tensor forward(Tensor input) => Repro.Engine.Operations.RowNormalization.Group(input, groups, weight, bias, eps);
}
