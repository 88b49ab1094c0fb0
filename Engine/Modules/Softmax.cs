using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Softmax along an axis.</summary>
public sealed class Softmax : nn.Module<Tensor, Tensor>
{
    private readonly long dim;

    internal Softmax(long dim)
        : base(nameof(Softmax))
    {
        this.dim = dim;
    }

    /// <summary>Applies the function along the axis; the shape stays.</summary>
    public override Tensor forward(Tensor input) => nn.functional.softmax(input, dim);
}
