namespace Repro.Runtime.Metrics;

/// <summary>Statistics of nearest neighbours, from the distances of all pairs (see <see cref="ImageDistance"/>).</summary>
public static class NearestNeighbours
{
    /// <summary>The mean, over the rows, of the distance to the nearest column.</summary>
    public static double MeanDistance(double[][] distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        return Statistics.Mean(distances.Select(row => row.Min()));
    }

    /// <summary>The mean, over the columns, of the distance to the nearest row.</summary>
    public static double MeanDistanceOfColumns(double[][] distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        return Statistics.Mean(Enumerable.Range(0, distances[0].Length).Select(column => distances.Min(row => row[column])));
    }

    /// <summary>How many columns are the nearest one of at least one row. Of equally near columns, the first counts.</summary>
    public static int Covered(double[][] distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        return distances.Select(row => Array.IndexOf(row, row.Min())).Distinct().Count();
    }

    /// <summary>
    /// The mean distance of an image to the nearest other image, from the distances within one set; <c>null</c> for a single image.
    /// </summary>
    public static double? MeanDistanceToOthers(double[][] distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        return distances.Length < 2 ? null : Statistics.Mean(distances.Select((row, i) => row.Where((_, j) => j != i).Min()));
    }

    /// <summary>The mean distance of two different images, from the distances within one set; 0 for a single image.</summary>
    public static double MeanDistanceOfPairs(double[][] distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        return distances.Length < 2 ? 0 : Statistics.Mean(distances.SelectMany((row, i) => row.Skip(i + 1)));
    }
}
