using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Repro.Runtime.Weights;

/// <summary>Copies the weights out of a network, and back.</summary>
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

    /// <summary>Gives a network the weights that <see cref="Read"/> read of one like it.</summary>
    /// <exception cref="InvalidDataException">They are not the weights of such a network; nothing has been changed then.</exception>
    public static void Load(nn.Module model, IReadOnlyList<WeightTensor> weights)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(weights);
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        var own = model.state_dict();
        var given = weights.ToDictionary(weight => weight.Name, StringComparer.Ordinal);
        if (own.Keys.FirstOrDefault(name => !given.ContainsKey(name)) is { } missing)
        {
            throw new InvalidDataException($"There is no weight '{missing}'.");
        }

        foreach (var (name, weight) in given)
        {
            if (!own.TryGetValue(name, out var target) || TypeOf(name, target) != weight.Type || !target.shape.SequenceEqual(weight.Shape))
            {
                throw new InvalidDataException($"The network has no weight '{name}' of type {weight.Type} and shape [{string.Join(", ", weight.Shape)}].");
            }
        }

        foreach (var (name, target) in own)
        {
            target.copy_(ToTensor(given[name]));
        }
    }

    private static Tensor ToTensor(WeightTensor weight)
    {
        var data = weight.Data.Span;
        long[] shape = [.. weight.Shape];
        return weight.Type == WeightType.Float32
            ? tensor(MemoryMarshal.Cast<byte, float>(data).ToArray()).reshape(shape)
            : tensor(MemoryMarshal.Cast<byte, long>(data).ToArray()).reshape(shape);
    }

    private static WeightTensor Copy(string name, Tensor tensor) =>
        new(name, TypeOf(name, tensor), tensor.shape, tensor.cpu().contiguous().bytes.ToArray());

    private static WeightType TypeOf(string name, Tensor tensor) => tensor.dtype switch
    {
        ScalarType.Float32 => WeightType.Float32,
        ScalarType.Int64 => WeightType.Int64,
        _ => throw new NotSupportedException($"The weight {name} is {tensor.dtype}; only Float32 and Int64 can be stored."),
    };
}
