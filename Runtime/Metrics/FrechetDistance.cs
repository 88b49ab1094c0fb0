using Repro.Runtime.Imaging;

namespace Repro.Runtime.Metrics;

/// <summary>
/// The Fréchet distance of normal distributions fitted to two sets of images (Dowson and Landau, <i>The Fréchet distance between
/// multivariate normal distributions</i>, 1982). The Fréchet inception distance uses activations of a network; this one uses the means of
/// 8×8 blocks of the image (<see cref="BlockMeans"/>).
/// </summary>
public sealed class FrechetDistance
{
    /// <summary>An eigenvalue below this share of the largest counts as a rounding error: 10⁻¹³. Its root would not be small.</summary>
    private const double Negligible = 1e-13;

    private readonly Gaussian reference;
    private readonly double[][] root;

    /// <summary>Fits the distribution that other images are compared with.</summary>
    public FrechetDistance(PixelImages images)
    {
        reference = Gaussian.Fit(BlockMeans.Of(images));
        root = SymmetricEigen.Of(reference.Covariance).SquareRoot();
    }

    /// <summary>
    /// √(d² / n), in gray levels, of d² = |μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2 (Σ₁^½ Σ₂ Σ₁^½)^½) and the n block means of an image. For two single
    /// images it is the root of the mean squared difference of their block means. It is computed in binary64, in a fixed order. Because it
    /// subtracts traces, it is 0 for equal distributions only to about 10⁻⁷ of their spread.
    /// </summary>
    public double To(PixelImages images)
    {
        var other = Gaussian.Fit(BlockMeans.Of(images));
        var (squared, size) = (0.0, root.Length);
        for (var i = 0; i < size; i++)
        {
            var difference = reference.Mean[i] - other.Mean[i];
            squared += (difference * difference) + reference.Covariance[i][i] + other.Covariance[i][i];
        }

        var values = SymmetricEigen.Of(Product(root, other.Covariance)).Values;
        foreach (var value in values.Where(value => value > Negligible * values[0]))
        {
            squared -= 2 * Math.Sqrt(value);
        }

        return Math.Sqrt(Math.Max(squared, 0) / size);
    }

    // root · covariance · root. Only the upper half is computed, so the result is symmetric to the bit.
    private static double[][] Product(double[][] root, double[][] covariance)
    {
        var size = root.Length;
        double[][] half = [.. root.Select(row => covariance.Select(column => Dot(row, column)).ToArray())];
        var product = new double[size][];
        for (var i = 0; i < size; i++)
        {
            product[i] = new double[size];
            for (var j = 0; j < size; j++)
            {
                product[i][j] = j < i ? product[j][i] : Dot(half[i], root[j]);
            }
        }

        return product;
    }

    private static double Dot(double[] first, double[] second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return sum;
    }

    /// <summary>Mean and covariance of vectors. The covariance divides by their number, so it is 0 for a single vector.</summary>
    private sealed record Gaussian(double[] Mean, double[][] Covariance)
    {
        public static Gaussian Fit(double[][] vectors)
        {
            var size = vectors[0].Length;
            var mean = new double[size];
            foreach (var vector in vectors)
            {
                for (var i = 0; i < size; i++)
                {
                    mean[i] += vector[i];
                }
            }

            mean = Array.ConvertAll(mean, sum => sum / vectors.Length);
            var covariance = new double[size][];
            for (var i = 0; i < size; i++)
            {
                covariance[i] = new double[size];
                for (var j = 0; j < size; j++)
                {
                    covariance[i][j] = j < i ? covariance[j][i] : MeanProduct(vectors, mean, i, j);
                }
            }

            return new(mean, covariance);
        }

        private static double MeanProduct(double[][] vectors, double[] mean, int i, int j)
        {
            var sum = 0.0;
            foreach (var vector in vectors)
            {
                sum += (vector[i] - mean[i]) * (vector[j] - mean[j]);
            }

            return sum / vectors.Length;
        }
    }
}
