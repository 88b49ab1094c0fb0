using Repro.Engine.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x·weightᵀ + bias.</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(long inputSize, long outputSize, bool hasBias)
        : base(nameof(Linear))
    {
        weight = InitialWeights.Weight(outputSize, inputSize);
        bias = hasBias ? InitialWeights.Bias(weight, outputSize) : null;
    }

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        ArgumentNullException.ThrowIfNull(weight);
        (this.weight, this.bias) = (weight, bias);
    }

    /// <summary>out × in.</summary>
    public Parameter weight
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            ConditionallyRegisterParameter(nameof(weight), field = value);
        }
    }

    /// <summary>One number for each output.</summary>
    public Parameter? bias
    {
        get;
        set => ConditionallyRegisterParameter(nameof(bias), field = value);
    }

    /// <summary>… × in to … × out.</summary>
    public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);
}
