using static TorchSharp.torch;

namespace Repro.Engine.Autograd;

/// <summary>
/// Computes the gradients of an operation's inputs from the gradient of its output; <c>null</c> for an input that needs none.
/// </summary>
internal delegate Tensor?[] BackwardFunction(Tensor gradient);

/// <summary>An operation in the graph: which tensors it came from, and how a gradient goes back to them.</summary>
internal sealed class Node
{
    private static long created;
    private readonly List<Saved> saved = [];
    private readonly string operation;
    private BackwardFunction? backward;

    private Node(string operation, ReadOnlySpan<Tensor> inputs)
    {
        this.operation = operation;
        Inputs = new Edge?[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            Inputs[i] = inputs[i].ToEdge();
        }
    }

    /// <summary>Where the gradient of each input goes; <c>null</c> where nobody asks for it.</summary>
    public Edge?[] Inputs { get; }

    /// <summary>Results of the operation that keep their gradient; <c>null</c> when there are none.</summary>
    public HashSet<Tensor>? Retaining { get; private set; }

    /// <summary>Later operations have larger numbers; the backward pass takes them first.</summary>
    public long Sequence { get; } = Interlocked.Increment(ref created);

    /// <summary>
    /// Makes <paramref name="result"/> the output of an operation on <paramref name="inputs"/>, if any of them needs a gradient.
    /// <paramref name="describe"/> saves what the backward function reads and returns that function.
    /// </summary>
    public static Tensor Record(string operation, Tensor result, ReadOnlySpan<Tensor> inputs, Func<Node, BackwardFunction> describe)
    {
        if (GradMode.Enabled && AnyNeeds(inputs))
        {
            var node = new Node(operation, inputs);
            node.backward = describe(node);
            result.Source = node;
        }

        OperationObserver.TellComputed(operation, result.Source?.Sequence, result, inputs);
        return result;
    }

    /// <summary>Whether the gradient of an input is asked for.</summary>
    public bool Wants(int input) => Inputs[input] is not null;

    /// <summary>Lets a result of the operation keep its gradient.</summary>
    public void Retain(Tensor result) => (Retaining ??= new(ReferenceEqualityComparer.Instance)).Add(result);

    /// <summary>Keeps a tensor for the backward pass, whatever happens to the caller's.</summary>
    public Saved Save(Tensor tensor)
    {
        var kept = new Saved(operation, tensor);
        saved.Add(kept);
        return kept;
    }

    public Tensor?[] Backward(Tensor gradient) => backward is null
        ? throw new InvalidOperationException(
            $"The graph behind {operation} was released by an earlier backward(). Pass retain_graph: true there to go back a second time.")
        : backward(gradient);

    /// <summary>Lets go of the saved tensors.</summary>
    public void Release()
    {
        backward = null;
        foreach (var kept in saved)
        {
            kept.Release();
        }

        saved.Clear();
    }

    private static bool AnyNeeds(ReadOnlySpan<Tensor> inputs)
    {
        foreach (var input in inputs)
        {
            if (input.NeedsGradient)
            {
                return true;
            }
        }

        return false;
    }
}
