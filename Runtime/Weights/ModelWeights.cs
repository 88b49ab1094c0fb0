using static TorchSharp.torch;

namespace Repro.Runtime.Weights;

/// <summary>Copies the weights from a network, and into one.</summary>
public static class ModelWeights
{
    /// <summary>Every parameter and buffer, in ordinal order of their names.</summary>
    public static IReadOnlyList<WeightTensor> Read(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        return [.. model.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => Copy(entry.Key, entry.Value))];
    }

    /// <summary>Sets the weights of a network to those that <see cref="Read"/> took from a network of the same architecture.</summary>
    /// <exception cref="InvalidDataException">A weight is missing, is unknown to the network, or has another type or shape.</exception>
    public static void Write(nn.Module model, IReadOnlyList<WeightTensor> weights)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(weights);
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        var state = model.state_dict();
        foreach (var weight in weights)
        {
            var target = state.Remove(weight.Name, out var found)
                ? found
                : throw new InvalidDataException($"The network has no weight {weight.Name}.");
            if (!target.shape.SequenceEqual(weight.Shape) || Type(weight.Name, target) != weight.Type)
            {
                throw new InvalidDataException($"The weight {weight.Name} has another type or shape than the network's.");
            }

            target.copy_(ToTensor(weight));
        }

        if (state.Count > 0)
        {
            throw new InvalidDataException($"There is no weight {state.Keys.Order(StringComparer.Ordinal).First()}.");
        }
    }

    private static Tensor ToTensor(WeightTensor weight)
    {
        var values = empty([.. weight.Shape], weight.Type == WeightType.Float32 ? ScalarType.Float32 : ScalarType.Int64);
        values.bytes = weight.Data.ToArray();
        return values;
    }

    private static WeightType Type(string name, Tensor tensor) => tensor.dtype switch
    {
        ScalarType.Float32 => WeightType.Float32,
        ScalarType.Int64 => WeightType.Int64,
        _ => throw new NotSupportedException($"The weight {name} is {tensor.dtype}; only Float32 and Int64 can be stored."),
    };

    private static WeightTensor Copy(string name, Tensor tensor) =>
        new(name, Type(name, tensor), tensor.shape, tensor.cpu().contiguous().bytes.ToArray());
}
