using System.Globalization;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>
/// Cultures whose numbers look different. They are built by hand, because the tests run without culture data. Turkish writes 1,5. Arabic
/// (Saudi Arabia) has its own decimal separator, and a direction mark before its minus sign.
/// </summary>
internal static class Cultures
{
    public static TheoryData<string, string, string> NumberSigns => new()
    {
        { "invariant", ".", "-" },
        { "tr-TR", ",", "-" },
        { "ar-SA", "\u066B", "\u061C-" },
    };

    public static T In<T>(string decimalSign, string minus, Func<T> action)
    {
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = decimalSign;
        culture.NumberFormat.NegativeSign = minus;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
