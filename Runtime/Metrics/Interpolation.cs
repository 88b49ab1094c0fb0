using Repro.Runtime.Imaging;

namespace Repro.Runtime.Metrics;

/// <summary>Measures how smoothly the decoded points of a line between two latent vectors change.</summary>
public static class Interpolation
{
    /// <summary>from · (1 − t) + to · t at evenly spaced t from 0 to 1; both ends are met exactly.</summary>
    public static double[][] Line(double[] from, double[] to, int frames)
    {
        ArgumentNullException.ThrowIfNull(from);
        return [.. Enumerable.Range(0, frames).Select(frame => (double)frame / (frames - 1)).Select(
            t => from.Zip(to, (a, b) => (a * (1 - t)) + (b * t)).ToArray())];
    }

    /// <summary>
    /// The largest distance of two neighbouring frames, divided by the mean distance. It is 1 when all steps are equal, and the number of
    /// steps when one step makes all the change. It is 1 also when all frames are the same.
    /// </summary>
    public static double LargestStep(PixelImages frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var (sum, largest, steps) = (0.0, 0.0, frames.Count - 1);
        for (var i = 0; i < steps; i++)
        {
            var step = ImageDistance.Between(frames[i], frames[i + 1]);
            sum += step;
            largest = Math.Max(largest, step);
        }

        return sum == 0 ? 1 : largest / (sum / steps);
    }
}
