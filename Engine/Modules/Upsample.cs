using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Images of another size.</summary>
public sealed class Upsample : nn.Module<Tensor, Tensor>
{
    private readonly long[]? size;
    private readonly double[]? scaleFactor;
    private readonly InterpolationMode mode;
    private readonly bool? alignCorners;
    private readonly bool recompute;

    internal Upsample(long[]? size, double[]? scale_factor, InterpolationMode mode, bool? align_corners, bool recompute_scale_factor)
        : base(nameof(Upsample))
    {
        this.size = size;
        scaleFactor = scale_factor;
        this.mode = mode;
        alignCorners = align_corners;
        recompute = recompute_scale_factor;
    }

    /// <summary>N × C × H × W to N × C × H' × W'.</summary>
    public override Tensor forward(Tensor input) => nn.functional.interpolate(input, size, scaleFactor, mode, alignCorners, recompute);
}
