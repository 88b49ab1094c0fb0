using Repro.Runtime.Artifacts;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Artifacts;

public class RunRecordTests
{
    private static readonly RunRecord Record = new(
        "vae-70", Samples.HashA, Samples.HashB, "exact, numerics 1", 42, 300, Samples.HashA, 151.25, new DateTimeOffset(2025, 3, 1, 23, 59, 58, TimeSpan.Zero));

    [Theory]
    [MemberData(nameof(Cultures.NumberSigns), MemberType = typeof(Cultures))]
    public void TheTextIsReadBackInEveryCulture(string culture, string decimalSign, string minus)
    {
        Assert.NotNull(culture);
        var text = Cultures.In(decimalSign, minus, Record.ToJson);
        Assert.Contains("\"seconds\": 151.25,\n  \"finished\": \"2025-03-01T23:59:58+00:00\"\n", text, StringComparison.Ordinal);
        Assert.Equal(Record, Cultures.In(decimalSign, minus, () => RunRecord.Parse(text, "x")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"experiment\": null}")]
    public void OtherTextIsRefused(string text) =>
        Assert.StartsWith("'run.json' is no record of a run", Assert.Throws<ReproException>(() => RunRecord.Parse(text, "run.json")).Message, StringComparison.Ordinal);
}
