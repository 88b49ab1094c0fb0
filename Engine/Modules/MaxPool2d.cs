using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest element of each window of an image.</summary>
public sealed class MaxPool2d : nn.Module<Tensor, Tensor>
{
    private readonly long kernel;
    private readonly long stride;
    private readonly long padding;
    private readonly long dilation;
    private readonly bool ceil;

    internal MaxPool2d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode)
        : base(nameof(MaxPool2d))
    {
        kernel = kernel_size;
        this.stride = stride ?? kernel_size;
        this.padding = padding ?? 0;
        this.dilation = dilation ?? 1;
        ceil = ceil_mode;
    }

    /// <summary>N × C × H × W to N × C × H' × W'.</summary>
    public override Tensor forward(Tensor input) => Repro.Engine.Operations.Pooling.Max(input, kernel, stride, padding, dilation, ceil);
}
