namespace Repro.Engine.Optim.State;

/// <summary>
/// Powers of a number in [0, 1) by repeated multiplication: a library's pow may differ from machine to machine. One more step costs one
/// multiplication; another number or a smaller exponent starts again.
/// </summary>
internal sealed class RunningPower
{
    /// <summary>2⁻⁵⁴: from here on 1 − power rounds to 1, and the power need not be followed.</summary>
    private const double Negligible = 5.551115123125783e-17;

    private double number = double.NaN;
    private long exponent;
    private double power;

    /// <summary>The factor to the power of count. Below 2⁻⁵⁴ any value that small, since 1 − power then rounds to 1.</summary>
    public double Of(double factor, long count)
    {
        if (!factor.Equals(number) || count < exponent)
        {
            (number, exponent, power) = (factor, 0, 1);
        }

        for (; exponent < count && power >= Negligible; exponent++)
        {
            power *= factor;
        }

        exponent = count;
        return power;
    }
}
