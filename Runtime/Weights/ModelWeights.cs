using static TorchSharp.torch;

namespace Repro.Runtime.Weights;

/// <summary>Copies the weights out of a network.</summary>
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

    private static WeightTensor Copy(string name, Tensor tensor)
    {
        var type = tensor.dtype switch
        {
            ScalarType.Float32 => WeightType.Float32,
            ScalarType.Int64 => WeightType.Int64,
            _ => throw new NotSupportedException($"The weight {name} is {tensor.dtype}; only Float32 and Int64 can be stored."),
        };
        return new WeightTensor(name, type, tensor.shape, tensor.cpu().contiguous().bytes.ToArray());
    }
}
