using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean of each window of an image.</summary>
public sealed class AvgPool2d : nn.Module<Tensor, Tensor>
{
    private readonly long kernel;
    private readonly long stride;
    private readonly long padding;
    private readonly bool ceil;
    private readonly bool countPadding;
    private readonly long? divisor;

    internal AvgPool2d(long kernel_size, long? stride, long? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
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
    public override Tensor forward(Tensor input) => Repro.Engine.Operations.Pooling.Average(input, kernel, stride, padding, ceil, countPadding, divisor);
}
