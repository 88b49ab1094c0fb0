namespace Repro.Engine.Tests.Testing;

/// <summary>
/// Equality bit for bit, in which +0 is not −0. Not-a-numbers are all one: the contract leaves their sign and payload open.
/// </summary>
internal static class Bits
{
    public static void Equal(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: {actual.Length} numbers, {expected.Length} expected");
        for (var i = 0; i < expected.Length; i++)
        {
            if (!Same(expected[i], actual[i]))
            {
                Assert.Fail($"{what}: number {i} of {expected.Length} is {Text(actual[i])}, {Text(expected[i])} expected");
            }
        }
    }

    public static void Equal(float expected, float actual, string what) => Equal([expected], [actual], what);

    public static bool Same(float x, float y) =>
        BitConverter.SingleToInt32Bits(x) == BitConverter.SingleToInt32Bits(y) || (float.IsNaN(x) && float.IsNaN(y));

    private static string Text(float x) => FormattableString.Invariant($"{x:R} ({BitConverter.SingleToInt32Bits(x):x8})");
}
