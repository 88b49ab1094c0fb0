namespace Repro.Runtime.Tracing;

/// <summary>A tensor of a step, and the operation that computed it.</summary>
/// <param name="Phase">The part of the step.</param>
/// <param name="Operation">
/// The operation: one of the exact engine, such as <c>conv2d</c>, or <c>layer</c>, <c>weight</c>, <c>batch</c>, <c>loss</c>,
/// <c>gradient</c>, <c>clipping</c>, <c>optimizer</c>.
/// </param>
/// <param name="Layer">The dotted name of the layer, such as <c>encoder1_conv</c>; empty outside layers.</param>
/// <param name="Of">Which result of the operation it is: a parameter's name, a term of the loss, an input's gradient.</param>
/// <param name="IsEngine">Whether it is an operation that only the exact engine reports.</param>
/// <param name="Inputs">The digests of the operation's inputs, as far as they are known.</param>
/// <param name="Result">The digest of the tensor.</param>
public sealed record TraceRecord(
    TracePhase Phase, string Operation, string Layer, string Of, bool IsEngine, IReadOnlyList<string> Inputs, TensorDigest Result)
{
    /// <summary>Whether two records are of the same operation, so that their numbers can be compared.</summary>
    public bool IsOfSameOperation(TraceRecord other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Phase, Operation, Layer, Of, Result.Type) == (other.Phase, other.Operation, other.Layer, other.Of, other.Result.Type)
            && Result.Shape.SequenceEqual(other.Result.Shape);
    }
}
