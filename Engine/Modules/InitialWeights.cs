using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Modules;

/// <summary>The initial weights of linear and convolution layers, drawn as PyTorch draws them (rule 6).</summary>
internal static class InitialWeights
{
    /// <summary>Kaiming-uniform with a = √5, which is uniform in ±1/√(fan in).</summary>
    public static Parameter Weight(params ReadOnlySpan<long> sizes)
    {
        var weight = empty(sizes);
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        return new Parameter(weight);
    }

    /// <summary>Uniform in ±1/√(fan in) of the weight it goes with.</summary>
    public static Parameter Bias(Tensor weight, long size)
    {
        var bound = 1 / Math.Sqrt(Fans.In(weight));
        return new Parameter(nn.init.uniform_(empty(size), -bound, bound));
    }
}
