namespace Repro.Runtime;

/// <summary>A weight of a loss term that changes from epoch to epoch: it rises (or falls) linearly and then stays.</summary>
public sealed class LossWeight
{
    private readonly double from;
    private readonly double to;
    private readonly double rampEpochs;
    private readonly int period;

    private LossWeight(double from, double to, double rampEpochs, int period) =>
        (this.from, this.to, this.rampEpochs, this.period) = (from, to, rampEpochs, period);

    /// <summary>
    /// Warm-up of a weight (Bowman et al., <i>Generating Sentences from a Continuous Space</i>, 2016): <paramref name="from"/> in epoch 1,
    /// <paramref name="to"/> from epoch <paramref name="epochs"/> + 1 on, a straight line between.
    /// </summary>
    /// <param name="epochs">Epochs of the line, at least 1.</param>
    /// <param name="from">The first weight.</param>
    /// <param name="to">The last weight.</param>
    public static LossWeight WarmUp(int epochs, double from, double to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        return new(from, to, epochs, int.MaxValue);
    }

    /// <summary>
    /// Cyclical annealing (Fu et al., <i>Cyclical Annealing Schedule</i>, 2019): in each period the weight goes in a straight line from
    /// <paramref name="from"/> to <paramref name="to"/> for the first <paramref name="ramp"/> of it, and stays there for the rest.
    /// With τ = ((epoch − 1) mod period) / period it is from + (to − from) · min(1, τ / ramp).
    /// </summary>
    /// <param name="period">Epochs of a period, at least 1.</param>
    /// <param name="ramp">The share of a period that the line takes, above 0 and at most 1.</param>
    /// <param name="from">The weight at the start of a period.</param>
    /// <param name="to">The weight at its end.</param>
    public static LossWeight Cyclical(int period, double ramp, double from, double to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ramp);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ramp, 1);
        return new(from, to, ramp * period, period);
    }

    /// <summary>The weight in an epoch, counted from 1.</summary>
    public double At(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epoch, 1);
        var share = (epoch - 1) % period / rampEpochs;
        return share < 1 ? from + ((to - from) * share) : to;
    }
}
