using Repro.Engine.Kernels.Elementwise;
using static TorchSharp.torch;

namespace Repro.Engine.Autograd;

/// <summary>
/// The backward pass: operations from the latest recorded to the earliest, so that every gradient that flows into one has arrived when its
/// turn comes. Gradients that meet are added in the order of arrival, which the graph alone decides.
/// </summary>
internal static class Backward
{
    /// <param name="root">Where to start.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="retainGraph">Whether to keep what another pass needs.</param>
    /// <param name="inputs">The tensors that keep their gradients; all leaves if null.</param>
    public static void Run(Tensor root, Tensor gradient, bool retainGraph, IList<Tensor>? inputs = null)
    {
        using var noGrad = GradMode.Set(false);
        using var upstream = gradient.Alias();
        var wanted = inputs is null ? null : new HashSet<Tensor>(inputs, ReferenceEqualityComparer.Instance);
        if (root.Source is not { } source)
        {
            if (wanted?.Contains(root) != false)
            {
                Accumulate(root, upstream);
            }

            return;
        }

        var reached = new HashSet<Node>(ReferenceEqualityComparer.Instance) { source };
        var gradients = new Dictionary<Node, Tensor>(ReferenceEqualityComparer.Instance) { [source] = Keep(upstream) };
        var ready = new PriorityQueue<Node, long>();
        ready.Enqueue(source, -source.Sequence);
        while (ready.TryDequeue(out var node, out _))
        {
            gradients.Remove(node, out var arrived);
            if (arrived is not null)
            {
                KeepFor(wanted, node, arrived);
                Step(node, arrived, gradients, wanted);
                arrived.Dispose();
            }

            if (!retainGraph)
            {
                node.Release();
            }

            foreach (var edge in node.Inputs)
            {
                if (edge?.Operation is { } next && reached.Add(next))
                {
                    ready.Enqueue(next, -next.Sequence);
                }
            }
        }
    }

    /// <summary>Leaves its gradient with the results of an operation that asked for it.</summary>
    private static void KeepFor(HashSet<Tensor>? wanted, Node node, Tensor gradient)
    {
        if (wanted is null && node.Retaining is null)
        {
            return;
        }

        using var scope = NewDisposeScope();
        foreach (var tensor in (wanted ?? []).Union(node.Retaining ?? []).Where(tensor => tensor.Source == node))
        {
            Accumulate(tensor, gradient);
        }
    }

    private static void Step(Node node, Tensor gradient, Dictionary<Node, Tensor> gradients, HashSet<Tensor>? wanted)
    {
        using var scope = NewDisposeScope();
        var inputs = node.Backward(gradient);
        OperationObserver.TellWentBack(node.Sequence, gradient, inputs);
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i] is not { } input || node.Inputs[i] is not { } edge)
            {
                continue;
            }

            if (edge.Leaf is { } leaf)
            {
                if (wanted?.Contains(leaf) != false)
                {
                    Accumulate(leaf, input);
                }
            }
            else if (gradients.TryGetValue(edge.Operation!, out var earlier))
            {
                gradients[edge.Operation!] = Keep(Sum(earlier, input));
                earlier.Dispose();
            }
            else
            {
                gradients[edge.Operation!] = Keep(input);
            }
        }
    }

    private static void Accumulate(Tensor leaf, Tensor gradient)
    {
        if (leaf.IsInvalid)
        {
            return;
        }

        leaf.Gradient = Keep(leaf.Gradient is { } earlier ? Sum(earlier, gradient) : Own(gradient.MatchLayout(leaf)));
        _ = leaf.Gradient.Storage.Address;
    }

    /// <summary>The sum of two gradients. Observers see it as an addition.</summary>
    private static Tensor Sum(Tensor x, Tensor y)
    {
        var sum = x.dtype == ScalarType.Float32 ? Map.Binary("add", x, y, default(Add)) : TypedMap.Binary<TypedSum>("add", x, y);
        OperationObserver.TellComputed("add", null, sum, [x, y]);
        return sum;
    }

    /// <summary>
    /// The gradient itself, or a copy if other tensors share its memory. So an in-place change of a leaf's gradient changes no other
    /// tensor.
    /// </summary>
    private static Tensor Own(Tensor gradient) => gradient.Storage.IsUnshared ? gradient : gradient.clone();

    /// <summary>The same values on a tensor that no scope owns.</summary>
    private static Tensor Keep(Tensor tensor) => tensor.Alias().DetachFromDisposeScope();
}
