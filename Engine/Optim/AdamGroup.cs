using Repro.Engine.Optim.Options;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Optim;

/// <summary>Parameters with settings of their own, of Adam or AdamW.</summary>
public abstract class AdamGroup<TOptions> : ParamGroup<TOptions>, optim.IBetas
    where TOptions : AdamOptions
{
    private protected AdamGroup()
    {
    }

    private protected AdamGroup(IEnumerable<Parameter> parameters, TOptions? options)
        : base(parameters, options)
    {
    }

    /// <inheritdoc/>
    public (double, double) Betas
    {
        get => (Options!.beta1!.Value, Options.beta2!.Value);
        set => (Options!.beta1, Options.beta2) = value;
    }
}
