using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Kernels.Normalization;
using Repro.Engine.Memory;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>
/// The gradient of a rectifier's input that nobody has read yet. The batch normalization in front of the rectifier computes it on the way
/// to its own gradients, and it is never stored.
/// </summary>
internal sealed unsafe class DeferredRectifierGradient : Deferred
{
    private readonly Tensor result;
    private readonly Tensor upstream;
    private readonly Storage input;

    private DeferredRectifierGradient(Storage input, Tensor result, Tensor upstream, float slope)
    {
        this.input = input;
        this.result = result.Alias().DetachFromDisposeScope();
        this.upstream = upstream.Alias().DetachFromDisposeScope();
        Slope = slope;
    }

    /// <summary>The rectifier's slope below zero.</summary>
    public float Slope { get; }

    /// <summary>The gradient of the rectifier's result.</summary>
    public Tensor Upstream => upstream;

    /// <param name="input">The memory of the rectifier's input.</param>
    /// <param name="result">The rectifier's result.</param>
    /// <param name="upstream">The gradient of the result.</param>
    /// <param name="slope">The rectifier's slope below zero.</param>
    public static Tensor Create(Storage input, Tensor result, Tensor upstream, float slope)
    {
        if (!Layout.IsDense(result.Sizes, result.Strides))
        {
            return Map.Binary("relu", result, upstream, new LeakyRectifyGradient(slope));
        }

        var aligned = Copy.Aligned(upstream, result.Sizes, result.Strides);
        return Tensor.Defer(result.Sizes, result.Strides, new DeferredRectifierGradient(input, result, aligned, slope), aligned.Storage);
    }

    /// <summary>Whether a gradient is that of a rectifier of the given memory, still to be computed.</summary>
    public static DeferredRectifierGradient? Of(Tensor gradient, Storage normalized) =>
        gradient.Storage.Deferred is DeferredRectifierGradient deferred
            && ReferenceEquals(deferred.input, normalized)
            && gradient.Offset == 0
            && gradient.Sizes.SequenceEqual(deferred.result.Sizes) && Layout.Same(gradient.Sizes, gradient.Strides, deferred.result.Strides)
            ? deferred
            : null;

    public override void Compute(nint address)
    {
        using var y = result.Pin();
        using var g = upstream.Pin();
        var rows = Math.Max(1, result.Sizes.Length == 0 ? 1 : result.Sizes[0]);
        ChannelMap.Run(y.Floats, g.Floats, (float*)address, rows, result.NumberOfElements / rows, new RectifierGradient(Slope));
    }

    public override void Release()
    {
        result.Dispose();
        upstream.Dispose();
    }
}
