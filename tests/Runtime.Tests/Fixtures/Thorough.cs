namespace Repro.Runtime.Tests.Fixtures;

/// <summary>Tests that take minutes run on demand, with <c>REPRO_SLOW_TESTS=1</c>.</summary>
internal static class Thorough
{
    private const int Edge = 50;

    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("REPRO_SLOW_TESTS") == "1";

    /// <summary>The places of a file to damage: all of them, or those near its ends and some in between.</summary>
    public static IEnumerable<int> Places(int length) =>
        Enumerable.Range(0, length).Where(i => IsOn || i < Edge || i >= length - Edge || i % 31 == 0);
}
