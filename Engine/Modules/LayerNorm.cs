using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalizes each sample over its last axes by their mean and variance.</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    private readonly long[] shape;
    private readonly double eps;

    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias)
        : base(nameof(LayerNorm))
    {
        shape = [.. normalized_shape];
        this.eps = eps;
        if (elementwise_affine)
        {
            weight = new Parameter(ones(shape));
            if (bias)
            {
                this.bias = new Parameter(zeros(shape));
            }
        }
    }

    /// <summary>The scale of each element, of the normalized shape.</summary>
    public Parameter? weight
    {
        get;
        set => ConditionallyRegisterParameter(nameof(weight), field = value);
    }

    /// <summary>The shift of each element, of the normalized shape.</summary>
    public Parameter? bias
    {
        get;
        set => ConditionallyRegisterParameter(nameof(bias), field = value);
    }

    /// <summary>Normalizes; the shape stays.</summary>
    public override Tensor forward(Tensor input) => Repro.Engine.Operations.RowNormalization.Layer(input, shape, weight, bias, eps);
}
