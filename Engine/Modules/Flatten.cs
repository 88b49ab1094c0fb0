using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Several axes as one.</summary>
public sealed class Flatten : nn.Module<Tensor, Tensor>
{
    private readonly long startDim;
    private readonly long endDim;

    internal Flatten(long start_dim, long end_dim)
        : base(nameof(Flatten))
    {
        startDim = start_dim;
        endDim = end_dim;
    }

    /// <summary>The same elements with the axes from start_dim to end_dim as one.</summary>
    public override Tensor forward(Tensor input) => input.flatten(startDim, endDim);
}
