using static TorchSharp.torch;

namespace Repro.Engine.Modules;

/// <summary>How many inputs and outputs meet in a weight; of a convolution, the kernel counts as well.</summary>
internal static class Fans
{
    public static long In(Tensor weight) => Of(weight, 1);

    public static long Out(Tensor weight) => Of(weight, 0);

    private static long Of(Tensor weight, int axis)
    {
        if (weight.Sizes.Length < 2)
        {
            throw new ArgumentException("A weight of fewer than two axes has no fan in and fan out.");
        }

        var fan = weight.Sizes[axis];
        foreach (var size in weight.Sizes[2..])
        {
            fan *= size;
        }

        return fan;
    }
}
