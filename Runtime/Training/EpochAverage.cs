namespace Repro.Runtime.Training;

/// <summary>
/// The average over the steps of an epoch, weighted by their numbers of images. Products and sums are in float64, in the order of the
/// steps; then one division, and one rounding to float32. For a single step every operation is exact, so the result has the bits of the
/// step's value.
/// </summary>
internal sealed class EpochAverage
{
    /// <summary>The sums so far. A restored average continues from them.</summary>
    public EpochSums Sums { get; set; } = new(0, 0, []);

    public void Add(StepLoss step, long images)
    {
        IEnumerable<TermSum> terms = step.Terms.Select(term => new TermSum(term.Name, (double)term.Value * images));
        if (Sums.Images > 0)
        {
            terms = Sums.Terms.Zip(terms, (sum, term) => sum with { Sum = sum.Sum + term.Sum });
        }

        Sums = new(Sums.Images + images, Sums.Loss + ((double)step.Total * images), [.. terms]);
    }

    public EpochResult ToResult(int epoch, string runningHash, double? learningRate = null) =>
        new(
            epoch, (float)(Sums.Loss / Sums.Images),
            [.. Sums.Terms.Select(term => new TermValue(term.Name, (float)(term.Sum / Sums.Images)))], runningHash, learningRate);
}
