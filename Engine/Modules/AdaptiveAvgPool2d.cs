using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The means of windows that cover an image, as many as the output has pixels.</summary>
public sealed class AdaptiveAvgPool2d : nn.Module<Tensor, Tensor>
{
    private readonly long height;
    private readonly long width;

    internal AdaptiveAvgPool2d(long height, long width)
        : base(nameof(AdaptiveAvgPool2d))
    {
        this.height = height;
        this.width = width;
    }

    /// <summary>N × C × H × W to N × C × height × width.</summary>
    public override Tensor forward(Tensor input) => Repro.Engine.Operations.Pooling.AdaptiveAverage(input, height, width);
}
