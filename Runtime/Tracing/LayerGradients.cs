using static TorchSharp.torch;

namespace Repro.Runtime.Tracing;

/// <summary>
/// Keeps the gradients that flow between the layers. A tensor between two layers has one gradient. The backward pass of the later layer
/// computes it, so it is named that layer's <c>gradient of its input</c>. The gradient of a tensor that several layers use is named after
/// the first of them, because it is complete only after that one.
/// </summary>
internal sealed class LayerGradients
{
    private readonly List<Tensor> order = [];
    private readonly Dictionary<Tensor, (string Layer, bool IsInput)> named = new(ReferenceEqualityComparer.Instance);

    /// <summary>A layer was called.</summary>
    public void Called(string layer, Tensor input, Tensor output)
    {
        Add(layer, input, isInput: true);
        Add(layer, output, isInput: false);
    }

    /// <summary>The gradients after the backward pass, in its order. The caller owns them.</summary>
    public IEnumerable<(string Layer, string Of, Tensor Gradient)> Read()
    {
        foreach (var tensor in Enumerable.Reverse(order))
        {
            if (!tensor.IsInvalid && tensor.grad is { } gradient)
            {
                var (layer, isInput) = named[tensor];
                yield return (layer, isInput ? "gradient of its input" : "gradient of its output", gradient);
            }
        }
    }

    private void Add(string layer, Tensor tensor, bool isInput)
    {
        if (!tensor.requires_grad || tensor.is_leaf || (named.TryGetValue(tensor, out var known) && (known.IsInput || !isInput)))
        {
            return;
        }

        tensor.retain_grad();
        // In libtorch, tensors of the same values are equal.
        order.RemoveAll(other => ReferenceEquals(other, tensor));
        order.Add(tensor);
        named[tensor] = (layer, isInput);
    }
}
