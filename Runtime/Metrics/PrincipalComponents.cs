using Repro.Runtime.Imaging;
using static TorchSharp.torch;

namespace Repro.Runtime.Metrics;

/// <summary>
/// Principal component analysis as a model of images: a linear autoencoder to compare other models with. A latent vector holds the
/// coordinates along the components. Their unit is the standard deviation over the training images, so the prior is the standard normal
/// distribution.
/// </summary>
public sealed class PrincipalComponents : IImageModel
{
    /// <summary>A component counts when its variance is at least this share of the largest: 10⁻¹⁰.</summary>
    private const double Negligible = 1e-10;

    private readonly PixelImages size;
    private readonly double[] mean;
    private readonly double[][] components;
    private readonly double[] deviations;

    private PrincipalComponents(PixelImages size, double[] mean, double[][] components, double[] deviations) =>
        (this.size, this.mean, this.components, this.deviations) = (size, mean, components, deviations);

    /// <summary>The number of components. It is lower than asked for when the images span fewer dimensions.</summary>
    public int Count => components.Length;

    /// <summary>
    /// Finds the first components of images, at most <paramref name="count"/>. It computes the inner products of the centred images, which
    /// are exact. The eigenvectors of their matrix give the components as sums of images. All is in binary64, in a fixed order.
    /// </summary>
    public static PrincipalComponents Of(PixelImages images, int count)
    {
        ArgumentNullException.ThrowIfNull(images);
        var (number, length) = (images.Count, images[0].Length);
        var totals = new long[length];
        for (var i = 0; i < number; i++)
        {
            var image = images[i];
            for (var at = 0; at < length; at++)
            {
                totals[at] += image[at];
            }
        }

        // The centred images multiplied by their number, so that they are whole numbers.
        var centred = new long[number][];
        for (var i = 0; i < number; i++)
        {
            var image = images[i];
            centred[i] = new long[length];
            for (var at = 0; at < length; at++)
            {
                centred[i][at] = ((long)number * image[at]) - totals[at];
            }
        }

        var eigen = SymmetricEigen.Of(InnerProducts(centred));
        var kept = eigen.Values.Take(count).Count(value => value > Negligible * eigen.Values[0]);
        return new(
            images,
            Array.ConvertAll(totals, total => (double)total / number),
            [.. Enumerable.Range(0, kept).Select(k => Component(centred, eigen.Vectors[k], Math.Sqrt(eigen.Values[k])))],
            [.. eigen.Values.Take(kept).Select(value => Math.Sqrt(value / number) / number)]);
    }

    /// <inheritdoc/>
    public double[][] Encode(Tensor images)
    {
        var pixels = PixelImages.Of(images);
        return [.. Enumerable.Range(0, pixels.Count).Select(i => Encode(pixels[i].ToArray()))];
    }

    /// <inheritdoc/>
    public PixelImages Decode(double[][] latent)
    {
        ArgumentNullException.ThrowIfNull(latent);
        return new(size.Channels, size.Height, size.Width, [.. latent.Select(Decode)]);
    }

    /// <inheritdoc/>
    public double[][] DrawPrior(int count, Generator generator)
    {
        using var draws = randn(count, Math.Max(Count, 1), generator: generator);
        var values = draws.data<float>().ToArray();
        return [.. Enumerable.Range(0, count).Select(
            i => Enumerable.Range(0, Count).Select(k => (double)values[(i * Count) + k]).ToArray())];
    }

    private static double[][] InnerProducts(long[][] images)
    {
        var products = new double[images.Length][];
        for (var i = 0; i < images.Length; i++)
        {
            products[i] = new double[images.Length];
            for (var j = 0; j < images.Length; j++)
            {
                products[i][j] = j < i ? products[j][i] : InnerProduct(images[i], images[j]);
            }
        }

        return products;
    }

    private static double InnerProduct(long[] first, long[] second)
    {
        var sum = 0L;
        for (var i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return sum;
    }

    private static double[] Component(long[][] images, double[] weights, double norm)
    {
        var component = new double[images[0].Length];
        for (var i = 0; i < images.Length; i++)
        {
            var weight = weights[i] / norm;
            for (var at = 0; at < component.Length; at++)
            {
                component[at] += weight * images[i][at];
            }
        }

        return component;
    }

    private double[] Encode(byte[] image) => [.. components.Select((component, k) =>
    {
        var sum = 0.0;
        for (var at = 0; at < component.Length; at++)
        {
            sum += (image[at] - mean[at]) * component[at];
        }

        return sum / deviations[k];
    })];

    private byte[] Decode(double[] latent)
    {
        var values = (double[])mean.Clone();
        for (var k = 0; k < latent.Length; k++)
        {
            var scaled = latent[k] * deviations[k];
            for (var at = 0; at < values.Length; at++)
            {
                values[at] += scaled * components[k][at];
            }
        }

        return Array.ConvertAll(values, value => PixelValue.ToByte((float)(value / 255)));
    }
}
