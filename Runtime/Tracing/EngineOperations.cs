using static TorchSharp.torch;

namespace Repro.Runtime.Tracing;

/// <summary>Reports the operations inside layers. The exact engine reports all of them; other engines report none.</summary>
/// <param name="computed">Gets the name of an operation, its number in the graph if it has one, its result and its inputs.</param>
/// <param name="wentBack">Gets the number of an operation, the gradient of its result, and the gradients of its inputs.</param>
#if REPRO_EXACT
internal sealed class EngineOperations(
    Action<string, long?, Tensor, IReadOnlyList<Tensor>> computed,
    Action<long, Tensor, IReadOnlyList<Tensor?>> wentBack) : Engine.Autograd.OperationObserver
{
    /// <inheritdoc/>
    protected override void Computed(string operation, long? node, Tensor result, IReadOnlyList<Tensor> inputs) =>
        computed(operation, node, result, inputs);

    /// <inheritdoc/>
    protected override void WentBack(long node, Tensor gradient, IReadOnlyList<Tensor?> gradients) => wentBack(node, gradient, gradients);
}
#else
internal sealed class EngineOperations(
    Action<string, long?, Tensor, IReadOnlyList<Tensor>> computed, Action<long, Tensor, IReadOnlyList<Tensor?>> wentBack)
{
    /// <summary>Observes nothing.</summary>
    public IDisposable? Observe()
    {
        _ = (computed, wentBack);
        return null;
    }
}
#endif
