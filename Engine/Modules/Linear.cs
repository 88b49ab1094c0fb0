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
        RegisterComponents();
    }

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        ArgumentNullException.ThrowIfNull(weight);
        (this.weight, this.bias) = (weight, bias);
        RegisterComponents();
    }

    /// <summary>out × in.</summary>
    public Parameter weight { get; set; }

    /// <summary>One number for each output.</summary>
    public Parameter? bias { get; set; }

    /// <summary>… × in to … × out.</summary>
    public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);

    /// <inheritdoc/>
    protected override void RegisterComponents()
    {
        register_parameter(nameof(weight), weight);
        if (bias is not null)
        {
            register_parameter(nameof(bias), bias);
        }
    }
}
