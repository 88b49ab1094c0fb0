using System.Globalization;

namespace Repro.Generators.Common;

internal static class Decimals
{
    /// <summary>
    /// The canonical form of a number, which is also a double literal of C#. It has at most 28 significant digits and no trailing zeros:
    /// <c>0.001</c>, <c>1e-8</c>, <c>300.0</c>.
    /// </summary>
    public static string Canonical(this decimal number)
    {
        var magnitude = Math.Abs(number);
        if (magnitude is > 0 and < 0.0001m)
        {
            return number.ToString("0.############################e-0", CultureInfo.InvariantCulture);
        }

        return number.ToString("0.0###########################", CultureInfo.InvariantCulture);
    }

    /// <summary>As a person writes it: <c>0.001</c>, <c>1e-8</c>, <c>300</c>.</summary>
    public static string Short(this decimal number)
    {
        var canonical = number.Canonical();
        return canonical.EndsWith(".0", StringComparison.Ordinal) ? canonical.Substring(0, canonical.Length - 2) : canonical;
    }
}
