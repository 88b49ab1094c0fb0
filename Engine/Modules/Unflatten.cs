using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One axis as several.</summary>
public sealed class Unflatten : nn.Module<Tensor, Tensor>
{
    private readonly long dim;
    private readonly long[] sizes;

    internal Unflatten(long dim, long[] unflattened_size)
        : base(nameof(Unflatten))
    {
        this.dim = dim;
        sizes = [.. unflattened_size];
    }

    /// <summary>The same elements with the axis dim as several.</summary>
    public override Tensor forward(Tensor input) => input.unflatten(dim, sizes);
}
