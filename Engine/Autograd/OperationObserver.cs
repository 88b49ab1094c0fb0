using static TorchSharp.torch;

namespace Repro.Engine.Autograd;

/// <summary>
/// Sees every operation of one thread, forward and backward, with the tensors while they are there. It must change none of them. What it
/// computes itself is not observed, and what it reads is computed at once: operations that would have been computed together are computed
/// one after the other, which gives the same bits.
/// </summary>
public abstract class OperationObserver
{
    [ThreadStatic]
    private static Observation? current;

    /// <summary>Observes the operations that this thread calls from now on, until the result is disposed.</summary>
    /// <exception cref="InvalidOperationException">The thread has an observer already.</exception>
    public IDisposable Observe()
    {
        if (current is not null)
        {
            throw new InvalidOperationException("The operations of this thread have an observer already.");
        }

        return current = new Observation(this);
    }

    /// <summary>An operation was computed, or random numbers were drawn. Views are left out: they compute nothing.</summary>
    /// <param name="operation">The name, such as <c>conv2d</c>.</param>
    /// <param name="node">
    /// The number in the graph, the same as in <see cref="WentBack"/>; <c>null</c> if no gradient flows through it.
    /// </param>
    /// <param name="result">The result.</param>
    /// <param name="inputs">The operands that are tensors.</param>
    protected abstract void Computed(string operation, long? node, Tensor result, IReadOnlyList<Tensor> inputs);

    /// <summary>The backward pass went through an operation, which may be a view.</summary>
    /// <param name="node">Its number in the graph.</param>
    /// <param name="gradient">The gradient of the result, summed over all uses.</param>
    /// <param name="gradients">The gradients of the inputs, in order; <c>null</c> where none is needed.</param>
    protected abstract void WentBack(long node, Tensor gradient, IReadOnlyList<Tensor?> gradients);

    internal static void TellComputed(string operation, long? node, Tensor result, ReadOnlySpan<Tensor> inputs)
    {
        if (current is { IsTelling: false } observation && !IsView(result, inputs))
        {
            ReportComputed(observation, operation, node, result, [.. inputs]);
        }
    }

    internal static void TellWentBack(long node, Tensor gradient, Tensor?[] gradients)
    {
        if (current is { IsTelling: false } observation)
        {
            ReportWentBack(observation, node, gradient, gradients);
        }
    }

    private static bool IsView(Tensor result, ReadOnlySpan<Tensor> inputs)
    {
        foreach (var input in inputs)
        {
            if (input.Storage == result.Storage)
            {
                return true;
            }
        }

        return false;
    }

    // Methods of their own: a closure is allocated where a method begins, and without an observer there shall be none.
    private static void ReportComputed(Observation observation, string operation, long? node, Tensor result, Tensor[] inputs) =>
        Tell(observation, () => observation.Observer.Computed(operation, node, result, inputs));

    private static void ReportWentBack(Observation observation, long node, Tensor gradient, Tensor?[] gradients) =>
        Tell(observation, () => observation.Observer.WentBack(node, gradient, gradients));

    private static void Tell(Observation observation, Action tell)
    {
        observation.IsTelling = true;
        try
        {
            using var scope = NewDisposeScope();
            using var withoutGradients = no_grad();
            tell();
        }
        finally
        {
            observation.IsTelling = false;
        }
    }

    private sealed class Observation(OperationObserver observer) : IDisposable
    {
        public OperationObserver Observer => observer;

        public bool IsTelling { get; set; }

        /// <summary>Ends this observation and no later one, however often it is called.</summary>
        public void Dispose() => current = current == this ? null : current;
    }
}
