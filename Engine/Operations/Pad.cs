using Repro.Engine.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Tensors with more (or fewer) elements at the ends of their last axes.</summary>
internal static class Pad
{
    /// <param name="x">Any shape.</param>
    /// <param name="pad">Before and after the last axis, before and after the one before it, and so on; negative ones cut off.</param>
    /// <param name="mode">Where the added values come from.</param>
    /// <param name="value">The constant of <see cref="PaddingModes.Constant"/>.</param>
    public static Tensor Apply(Tensor x, long[] pad, PaddingModes mode, double value)
    {
        if (pad.Length % 2 != 0 || pad.Length / 2 > x.Sizes.Length)
        {
            throw new ArgumentException(
                $"pad: {Layout.Text(pad)} does not fit shape {Layout.Text(x.Sizes)}; two numbers for each padded axis would, the last "
                + "axis first.");
        }

        var result = x;
        for (var i = 0; i < pad.Length / 2; i++)
        {
            var axis = x.Sizes.Length - 1 - i;
            var (before, after) = (pad[2 * i], pad[(2 * i) + 1]);
            Check(x, axis, before, after, mode);
            if (before != 0 || after != 0)
            {
                result = Resampling.Take(
                    "pad", result, axis, Sources(x.Sizes[axis], before, after, mode), mode == PaddingModes.Zeros ? 0 : (float)value);
            }
        }

        return ReferenceEquals(result, x) ? x.alias() : result;
    }

    /// <summary>The element behind each place, −1 for the constant.</summary>
    private static long[] Sources(long size, long before, long after, PaddingModes mode)
    {
        var sources = new long[size + before + after];
        for (var i = 0L; i < sources.Length; i++)
        {
            var at = i - before;
            sources[i] = at >= 0 && at < size ? at : mode switch
            {
                PaddingModes.Reflect => at < 0 ? -at : (2 * (size - 1)) - at,
                PaddingModes.Replicate => at < 0 ? 0 : size - 1,
                PaddingModes.Circular => at < 0 ? at + size : at - size,
                _ => -1,
            };
        }

        return sources;
    }

    private static void Check(Tensor x, int axis, long before, long after, PaddingModes mode)
    {
        var size = x.Sizes[axis];
        var most = mode switch
        {
            PaddingModes.Reflect => size - 1,
            PaddingModes.Circular => size,
            PaddingModes.Replicate when size == 0 => 0,
            _ => long.MaxValue,
        };
        if (before > most || after > most)
        {
            throw new ArgumentException(
                $"pad: {before} before and {after} after axis {axis} of shape {Layout.Text(x.Sizes)} do not fit mode {mode}, which has "
                + $"at most {most}.");
        }

        if (size + before + after < 0)
        {
            throw new ArgumentException(
                $"pad: {before} before and {after} after axis {axis} leave nothing of shape {Layout.Text(x.Sizes)}.");
        }
    }
}
