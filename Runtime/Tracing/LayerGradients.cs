using static TorchSharp.torch;

namespace Repro.Runtime.Tracing;

/// <summary>
/// Keeps the gradients that flow between the layers. A tensor between two layers has one gradient, which the backward pass of the later gave: it is called
/// that layer's <c>gradient of its input</c>. What several layers share is named after the first of them, since it is complete when that was passed.
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

    /// <summary>The gradients after the backward pass, in its order. They are the caller's.</summary>
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
        // With libtorch tensors of the same values are equal.
        order.RemoveAll(other => ReferenceEquals(other, tensor));
        order.Add(tensor);
        named[tensor] = (layer, isInput);
    }
}
