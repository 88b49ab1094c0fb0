using Repro.Engine.Operations;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean of each window of an image.</summary>
public sealed class AvgPool2d : nn.Module<Tensor, Tensor>
{
    private readonly Pair kernel;
    private readonly Pair stride;
    private readonly Pair padding;
    private readonly bool ceil;
    private readonly bool countPadding;
    private readonly long? divisor;

    internal AvgPool2d(Pair kernel_size, Pair? stride, Pair? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
        : base(nameof(AvgPool2d))
    {
        kernel = kernel_size;
        this.stride = stride ?? kernel_size;
        this.padding = padding ?? 0;
        ceil = ceil_mode;
        countPadding = count_include_pad;
        divisor = divisor_override;
    }

    /// <summary>N × C × H × W to N × C × H' × W'.</summary>
    public override Tensor forward(Tensor input) => Pooling.Average(input, kernel, stride, padding, ceil, countPadding, divisor);
}
