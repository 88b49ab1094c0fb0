namespace Repro.Engine.Convolution.Filtering;

/// <summary>
/// The three computations of a convolution that <see cref="Filter"/> fits. The sums of minimal filtering would spread a result that is not
/// finite to its neighbours. So an image with such a result, and a kernel's gradient with one, is computed directly.
/// </summary>
internal static unsafe class FilteredConvolution
{
    /// <inheritdoc cref="DirectConvolution.ToSmall"/>
    public static void ToSmall(in ConvolutionShape shape, float* large, in Kernel kernel, float* bias, float* small)
    {
        var broken = new bool[shape.Images];
        var filter = new FilterKernel(kernel, shape.LargeChannels, shape.SmallChannels, transposed: false);
        FilteredProduct.Run(new SmallTiles(shape, large, small), shape.Images, filter, shape.SmallChannels, bias, broken);
        for (var image = 0L; image < shape.Images; image++)
        {
            if (broken[image])
            {
                DirectConvolution.ToSmall(
                    shape with { Images = 1 }, large + (image * shape.LargeSize), kernel, bias, small + (image * shape.SmallSize));
            }
        }
    }

    /// <inheritdoc cref="DirectConvolution.ToLarge"/>
    public static void ToLarge(in ConvolutionShape shape, float* small, in Kernel kernel, float* bias, float* large)
    {
        var broken = new bool[shape.Images];
        var filter = new FilterKernel(kernel, shape.SmallChannels, shape.LargeChannels, transposed: true);
        FilteredProduct.Run(new LargeTiles(shape, small, large), shape.Images, filter, shape.LargeChannels, bias, broken);
        for (var image = 0L; image < shape.Images; image++)
        {
            if (broken[image])
            {
                DirectConvolution.ToLarge(
                    shape with { Images = 1 }, small + (image * shape.SmallSize), kernel, bias, large + (image * shape.LargeSize));
            }
        }
    }

    /// <inheritdoc cref="DirectConvolution.KernelGradient"/>
    public static void KernelGradient(in ConvolutionShape shape, float* small, float* large, in Kernel kernel)
    {
        if (!FilteredKernelGradient.TryRun(shape, small, large, kernel))
        {
            DirectConvolution.KernelGradient(shape, small, large, kernel);
        }
    }
}
