namespace Repro.Runtime.Metrics;

/// <summary>Statistics of the latent vectors of a data set, in binary64, in the order of the images.</summary>
public static class LatentStatistics
{
    /// <summary>Variance above which a latent dimension counts as active.</summary>
    public const double ActiveVariance = 0.01;

    /// <summary>
    /// How many latent dimensions vary over the data: the variance of their mean μ is more than 0.01, where the variance divides by the
    /// number of images (Burda, Grosse and Salakhutdinov, <i>Importance Weighted Autoencoders</i>, 2016, section 5.2).
    /// </summary>
    public static int ActiveUnits(double[][] latent)
    {
        ArgumentNullException.ThrowIfNull(latent);
        return Enumerable.Range(0, latent[0].Length).Count(dimension => Variance(latent, dimension) > ActiveVariance);
    }

    /// <summary>
    /// The root of the mean square of all components, summed image by image. For draws from the standard normal distribution it is 1.
    /// Vectors without components have 0.
    /// </summary>
    public static double Scale(double[][] latent)
    {
        ArgumentNullException.ThrowIfNull(latent);
        return latent[0].Length == 0 ? 0 : Math.Sqrt(Statistics.Mean(latent.SelectMany(vector => vector).Select(value => value * value)));
    }

    private static double Variance(double[][] latent, int dimension)
    {
        var mean = Statistics.Mean(latent.Select(vector => vector[dimension]));
        return Statistics.Mean(latent.Select(vector => (vector[dimension] - mean) * (vector[dimension] - mean)));
    }
}
