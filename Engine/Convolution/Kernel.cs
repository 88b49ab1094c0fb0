namespace Repro.Engine.Convolution;

/// <summary>
/// A convolution kernel as the product sees it: strides from input channel to input channel, output channel to output channel, and along
/// the kernel.
/// </summary>
internal readonly unsafe struct Kernel(float* floats, long inputStride, long outputStride, long rowStride, long columnStride)
{
    public float* Floats => floats;

    public long InputStride => inputStride;

    public long OutputStride => outputStride;

    public long Offset(Tap tap) => (tap.KernelRow * rowStride) + (tap.KernelColumn * columnStride);

    public long[] Offsets(Tap[] taps)
    {
        var offsets = new long[taps.Length];
        for (var i = 0; i < taps.Length; i++)
        {
            offsets[i] = Offset(taps[i]);
        }

        return offsets;
    }
}
