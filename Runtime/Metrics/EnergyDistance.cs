namespace Repro.Runtime.Metrics;

/// <summary>
/// The energy distance of two sets of images (Székely and Rizzo, <i>Energy statistics: A class of statistics based on distances</i>, 2013):
/// 2 E|X − Y| − E|X − X′| − E|Y − Y′|, in gray levels. It is 0 for the same set, and never negative except by rounding.
/// </summary>
public static class EnergyDistance
{
    /// <summary>
    /// The distance, computed from the distances of all pairs (see <see cref="ImageDistance"/>), including each image with itself. Each row
    /// is summed in its order, then the sums of the rows.
    /// </summary>
    public static double Between(double[][] across, double[][] withinFirst, double[][] withinSecond) =>
        (2 * Mean(across)) - Mean(withinFirst) - Mean(withinSecond);

    private static double Mean(double[][] distances)
    {
        var sum = 0.0;
        foreach (var row in distances)
        {
            var rowSum = 0.0;
            foreach (var distance in row)
            {
                rowSum += distance;
            }

            sum += rowSum;
        }

        return sum / ((double)distances.Length * distances[0].Length);
    }
}
