using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where it is positive, a fraction of it elsewhere.</summary>
public sealed class LeakyReLU : nn.Module<Tensor, Tensor>
{
    private readonly double negative_slope;
    private readonly bool inplace;

    internal LeakyReLU(double negative_slope, bool inplace)
        : base(nameof(LeakyReLU))
    {
        this.inplace = inplace;
        this.negative_slope = negative_slope;
    }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => nn.functional.leaky_relu(input, negative_slope, inplace);
}
