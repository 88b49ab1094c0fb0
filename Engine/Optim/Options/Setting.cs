namespace Repro.Engine.Optim.Options;

/// <summary>Checks of settings, with messages that name them.</summary>
internal static class Setting
{
    public static void NotNegative(string owner, string name, double? value) =>
        Require(value >= 0 && double.IsFinite(value.Value), owner, name, value, "a finite number that is not negative");

    /// <summary>The factor of a running mean.</summary>
    public static void Decay(string owner, string name, double? value) =>
        Require(value is >= 0 and < 1, owner, name, value, "in [0, 1)");

    public static void Positive(string owner, string name, int value) =>
        Require(value > 0, owner, name, value, "positive");

    public static void Require(bool holds, string owner, string name, double? value, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{owner}: {name} is {value}; it must be {expected}."), name);
        }
    }
}
