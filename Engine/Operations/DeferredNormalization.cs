using Repro.Engine.Kernels.Normalization;
using Repro.Engine.Memory;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>
/// The result of a batch normalization that nobody has read yet. An activation that follows computes both in one pass, and the normalized
/// values are never stored.
/// </summary>
internal sealed unsafe class DeferredNormalization(Tensor input, Tensor mean, Tensor scale, Tensor shift) : Deferred
{
    private readonly Tensor[] held = [.. new[] { input, mean, scale, shift }.Select(tensor => tensor.Alias().DetachFromDisposeScope())];

    /// <summary>The normalized tensor, its content still to be computed.</summary>
    public Tensor ToTensor() => Tensor.Defer(held[0].Sizes, held[0].Strides, this, held[0].Storage);

    /// <summary>
    /// The rectified values of <paramref name="normalized"/>, or null if that is not the whole result of a deferred normalization.
    /// </summary>
    public static Tensor? Rectify(Tensor normalized, float slope)
    {
        if (normalized.Storage.Deferred is not DeferredNormalization deferred || !deferred.IsWhole(normalized))
        {
            return null;
        }

        var result = Tensor.Allocate(normalized.Sizes, normalized.Strides);
        using var to = result.Pin();
        deferred.Run(to.Floats, slope);
        return result;
    }

    public override void Compute(nint address) => Run((float*)address, rectifiedBelow: null);

    public override void Release()
    {
        foreach (var tensor in held)
        {
            tensor.Dispose();
        }
    }

    private bool IsWhole(Tensor view) =>
        view.Offset == 0 && view.Sizes.SequenceEqual(held[0].Sizes) && Layout.Same(view.Sizes, view.Strides, held[0].Strides);

    private void Run(float* output, float? rectifiedBelow)
    {
        using var x = held[0].Pin();
        using var means = held[1].Pin();
        using var scales = held[2].Pin();
        using var shifts = held[3].Pin();
        var channels = held[0].Sizes[1];
        var rows = held[0].NumberOfElements / channels;
        var normalize = new Normalize(means.Floats, scales.Floats, shifts.Floats);
        if (rectifiedBelow is { } slope)
        {
            ChannelMap.Run(x.Floats, x.Floats, output, rows, channels, new NormalizeAndRectify(normalize, slope));
        }
        else
        {
            ChannelMap.Run(x.Floats, x.Floats, output, rows, channels, normalize);
        }
    }
}
