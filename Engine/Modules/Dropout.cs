using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Sets elements to 0 with probability p and scales the others by 1 / (1 − p), when training.</summary>
public sealed class Dropout : nn.Module<Tensor, Tensor>
{
    private readonly double p;
    private readonly bool inplace;

    internal Dropout(double p, bool inplace)
        : base(nameof(Dropout))
    {
        this.inplace = inplace;
        this.p = p is >= 0 and <= 1 ? p : throw new ArgumentOutOfRangeException(nameof(p), $"Dropout: p is {p}; it is between 0 and 1.");
    }

    /// <summary>Draws from the default generator when training; in evaluation, the input.</summary>
    public override Tensor forward(Tensor input) => nn.functional.dropout(input, p, training, inplace);
}
