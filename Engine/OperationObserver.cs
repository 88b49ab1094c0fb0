using static TorchSharp.torch;

namespace Repro.Engine;

/// <summary>
/// Sees every operation of one thread, forward and backward, with the tensors while they are there. It must change none of them. What it
/// computes itself is not observed, and what it reads is computed at once: operations that would have been computed together are computed one
/// after the other, which gives the same bits.
/// </summary>
public abstract class OperationObserver
{
    [ThreadStatic]
    private static OperationObserver? current;

    /// <summary>Observes the operations that this thread calls from now on, until the result is disposed.</summary>
    /// <exception cref="InvalidOperationException">Another observer does.</exception>
    public IDisposable Observe()
    {
        if (current is not null)
        {
            throw new InvalidOperationException("The operations of this thread have an observer already.");
        }

        current = this;
        return new Observation();
    }

    /// <summary>An operation was computed, or random numbers were drawn. Views are left out: they compute nothing.</summary>
    /// <param name="operation">Its name, such as <c>conv2d</c>.</param>
    /// <param name="node">Its number in the graph, which <see cref="WentBack"/> gives again; <c>null</c> if no gradient will go through it.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="inputs">The tensors that it was given.</param>
    protected abstract void Computed(string operation, long? node, Tensor result, IReadOnlyList<Tensor> inputs);

    /// <summary>The backward pass went through an operation, which may be a view.</summary>
    /// <param name="node">Its number in the graph.</param>
    /// <param name="gradient">The gradient of its result, all that flowed into it added up.</param>
    /// <param name="gradients">The gradients of its inputs, in their order; <c>null</c> for one that nobody asks for.</param>
    protected abstract void WentBack(long node, Tensor gradient, IReadOnlyList<Tensor?> gradients);

    internal static void TellComputed(string operation, long? node, Tensor result, ReadOnlySpan<Tensor> inputs)
    {
        if (current is { } observer && !IsView(result, inputs))
        {
            ReportComputed(observer, operation, node, result, [.. inputs]);
        }
    }

    internal static void TellWentBack(long node, Tensor gradient, Tensor?[] gradients)
    {
        if (current is { } observer)
        {
            ReportWentBack(observer, node, gradient, gradients);
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
    private static void ReportComputed(OperationObserver observer, string operation, long? node, Tensor result, Tensor[] inputs) =>
        Tell(observer, () => observer.Computed(operation, node, result, inputs));

    private static void ReportWentBack(OperationObserver observer, long node, Tensor gradient, Tensor?[] gradients) =>
        Tell(observer, () => observer.WentBack(node, gradient, gradients));

    private static void Tell(OperationObserver observer, Action tell)
    {
        current = null;
        try
        {
            using var scope = NewDisposeScope();
            using var withoutGradients = no_grad();
            tell();
        }
        finally
        {
            current = observer;
        }
    }

    private sealed class Observation : IDisposable
    {
        public void Dispose() => current = null;
    }
}
