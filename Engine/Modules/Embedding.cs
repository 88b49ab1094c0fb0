using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Rows of a learned table, by their numbers.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long? padding;

    internal Embedding(long num_embeddings, long embedding_dims, long? padding_idx)
        : base(nameof(Embedding))
    {
        padding = padding_idx < 0 ? padding_idx + num_embeddings : padding_idx;
        if (padding < 0 || padding >= num_embeddings)
        {
            throw new ArgumentOutOfRangeException(
                nameof(padding_idx), $"Embedding: padding_idx {padding_idx} is outside the table's rows 0…{num_embeddings - 1}.");
        }

        using var scope = NewDisposeScope();
        var table = randn(num_embeddings, embedding_dims);
        if (padding is { } row)
        {
            table.narrow(0, row, 1).zero_();
        }

        weight = new Parameter(table);
    }

    /// <summary>The table, a row for each number.</summary>
    public Parameter weight
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            ConditionallyRegisterParameter(nameof(weight), field = value);
        }
    }

    /// <summary>Int64 numbers of any shape to … × columns.</summary>
    public override Tensor forward(Tensor input) => Repro.Engine.Operations.Embed.Apply(input, weight, padding);
}
