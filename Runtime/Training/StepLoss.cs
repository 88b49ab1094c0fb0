namespace Repro.Runtime.Training;

/// <summary>The loss of one step and its terms, read from the tensors.</summary>
internal sealed record StepLoss(float Total, IReadOnlyList<TermValue> Terms)
{
    public static StepLoss Read(LossTerms loss) =>
        new(loss.Total.item<float>(), [.. loss.Terms.Select(term => new TermValue(term.Name, term.Value.item<float>()))]);

    /// <exception cref="ReproException">The loss or a term is not finite, so more training would be meaningless.</exception>
    public void CheckFinite(string experiment, int epoch, int step)
    {
        foreach (var (name, value) in Terms.Append(new TermValue("loss", Total)))
        {
            if (!float.IsFinite(value))
            {
                var what = float.IsNaN(value) ? "not a number" : "infinite";
                throw new ReproException(
                    $"{experiment} stopped at epoch {epoch}, step {step}: {name} is {what}. Training diverged; a lower learning_rate in "
                    + "experiments.yaml may help.");
            }
        }
    }
}
