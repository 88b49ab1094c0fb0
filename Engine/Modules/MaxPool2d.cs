using Repro.Engine.Operations;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest element of each window of an image.</summary>
public sealed class MaxPool2d : nn.Module<Tensor, Tensor>
{
    private readonly Pair kernel;
    private readonly Pair stride;
    private readonly Pair padding;
    private readonly Pair dilation;
    private readonly bool ceil;

    internal MaxPool2d(Pair kernel_size, Pair? stride, Pair? padding, Pair? dilation, bool ceil_mode)
        : base(nameof(MaxPool2d))
    {
        kernel = kernel_size;
        this.stride = stride ?? kernel_size;
        this.padding = padding ?? 0;
        this.dilation = dilation ?? 1;
        ceil = ceil_mode;
    }

    /// <summary>N × C × H × W to N × C × H' × W'.</summary>
    public override Tensor forward(Tensor input) => Pooling.Max(input, kernel, stride, padding, dilation, ceil);
}
