namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

/// <summary>
/// The weights, which sum to 1, of the source pixels from <paramref name="Start"/> on that make one pixel of the result.
/// </summary>
internal readonly record struct ResizeKernel(int Start, double[] Weights)
{
    /// <summary>
    /// The kernels of the pixels from <paramref name="first"/> to before <paramref name="end"/> of a row (or column) of
    /// <paramref name="length"/> made from one of <paramref name="sourceLength"/>.
    /// </summary>
    internal static ResizeKernel[] Build(IResampler sampler, int sourceLength, int length, int first, int end)
    {
        double ratio = (double)sourceLength / length;
        double scale = Math.Max(1, ratio);
        double reach = scale * sampler.Radius;
        var kernels = new ResizeKernel[end - first];
        for (int i = 0; i < kernels.Length; i++)
        {
            double centre = ((first + i + 0.5) * ratio) - 0.5;
            int start = Math.Max(0, (int)Math.Floor(centre - reach));
            int last = Math.Min(sourceLength - 1, (int)Math.Ceiling(centre + reach));
            var weights = new double[last - start + 1];
            double sum = 0;
            for (int j = 0; j < weights.Length; j++)
            {
                weights[j] = sampler.Weight((start + j - centre) / scale);
                sum += weights[j];
            }

            for (int j = 0; j < weights.Length; j++)
            {
                weights[j] /= sum;
            }

            kernels[i] = new ResizeKernel(start, weights);
        }

        return kernels;
    }
}
