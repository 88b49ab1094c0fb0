namespace Repro.Engine.Convolution;

/// <summary>
/// The three computations of any convolution, by products along the pixels that meet each position of the kernel (rule 2).
/// </summary>
internal static unsafe class DirectConvolution
{
    /// <summary>
    /// The convolution, or the input's gradient of a transposed one: kernel input large, output small channels; bias for each small
    /// channel, or null.
    /// </summary>
    public static void ToSmall(in ConvolutionShape shape, float* large, in Kernel kernel, float* bias, float* small) => PixelProduct.Run(
        [PixelMap.Forward(shape)],
        shape.Images,
        new((nint)large, shape.LargeRows, shape.LargeColumns, shape.LargeChannels),
        new((nint)small, shape.SmallRows, shape.SmallColumns, shape.SmallChannels),
        kernel,
        bias);

    /// <summary>
    /// The transposed convolution, or the input's gradient of a convolution: kernel input small, output large channels; bias for each large
    /// channel, or null.
    /// </summary>
    public static void ToLarge(in ConvolutionShape shape, float* small, in Kernel kernel, float* bias, float* large) => PixelProduct.Run(
        [.. PixelMap.Transposed(shape)],
        shape.Images,
        new((nint)small, shape.SmallRows, shape.SmallColumns, shape.SmallChannels),
        new((nint)large, shape.LargeRows, shape.LargeColumns, shape.LargeChannels),
        kernel,
        bias);

    /// <summary>The gradient of the kernel, written to where <paramref name="kernel"/> says: input large, output small channels.</summary>
    public static void KernelGradient(in ConvolutionShape shape, float* small, float* large, in Kernel kernel) =>
        Convolution.KernelGradient.Run(shape, small, large, kernel);
}
