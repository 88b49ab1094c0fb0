namespace Repro.Engine.Tests.Testing;

/// <summary>Equality within a share of the largest finite value: how far rounding alone may take another engine's sums apart.</summary>
internal static class Close
{
    public static void Equal(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double limit, string what)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: {actual.Length} numbers, {expected.Length} expected");
        var scale = 0.0;
        foreach (var value in expected)
        {
            scale = double.IsFinite(value) ? Math.Max(scale, Math.Abs(value)) : scale;
        }

        for (var i = 0; i < expected.Length; i++)
        {
            var same = double.IsFinite(expected[i])
                ? Math.Abs(actual[i] - (double)(float)expected[i]) <= limit * scale
                : ((double)actual[i]).Equals(expected[i]);
            if (!same)
            {
                Assert.Fail(FormattableString.Invariant(
                    $"{what}: number {i} is {actual[i]:R}, {expected[i]:R} expected; {limit * scale:E1} apart is allowed"));
            }
        }
    }
}
