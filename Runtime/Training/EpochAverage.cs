namespace Repro.Runtime.Training;

/// <summary>
/// The average of the steps of an epoch, weighted by their images: products and sums in float64 in the order of the steps, one division,
/// one rounding to float32. For a single step every operation is exact, so the result is the step's own value, bit for bit.
/// </summary>
internal sealed class EpochAverage
{
    private readonly List<(string Name, double Sum)> terms = [];
    private double loss;
    private long images;

    public void Add(StepLoss step, long images)
    {
        loss += (double)step.Total * images;
        for (var i = 0; i < step.Terms.Count; i++)
        {
            var (name, value) = step.Terms[i];
            var weighted = (double)value * images;
            if (i < terms.Count)
            {
                terms[i] = (name, terms[i].Sum + weighted);
            }
            else
            {
                terms.Add((name, weighted));
            }
        }

        this.images += images;
    }

    public EpochResult ToResult(int epoch, string runningHash, double? learningRate = null) =>
        new(epoch, (float)(loss / images), [.. terms.Select(term => new TermValue(term.Name, (float)(term.Sum / images)))], runningHash, learningRate);
}
