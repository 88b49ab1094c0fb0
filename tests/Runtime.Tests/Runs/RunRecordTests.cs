using System.Security.Cryptography;
using System.Text;
using Repro.Runtime.Files;
using Repro.Runtime.Runs;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Runs;

public class RunRecordTests
{
    private const string NoRun = "'run.json' is not a record of a run: A field has a value that no run has.";

    private static readonly RunRecord Record = new(
        "vae-70", Samples.HashA, Samples.HashB, "exact, numerics 1", 42, 300, Samples.HashA, 151.25, new DateTimeOffset(
            2025, 3, 1, 23, 59, 58, TimeSpan.Zero),
        [FileDigest.Of("captures/a.png", "a"u8), FileDigest.Of("losses.csv", "b"u8)]);

    [Theory]
    [MemberData(nameof(Cultures.NumberSigns), MemberType = typeof(Cultures))]
    public void TheTextIsReadBackInEveryCulture(string culture, string decimalSign, string minus)
    {
        Assert.NotNull(culture);
        var text = Cultures.In(decimalSign, minus, Record.ToJson);
        Assert.Contains("\"seconds\": 151.25,\n  \"finished\": \"2025-03-01T23:59:58+00:00\",\n", text, StringComparison.Ordinal);
        var read = Cultures.In(decimalSign, minus, () => RunRecord.Parse(text, "x"));
        Assert.Equal(Record.Files, read.Files);
        Assert.Equal(Record, read with { Files = Record.Files });
    }

    [Fact]
    public void TheChecksumIsOfTheTextWithoutIt()
    {
        var text = Record.ToJson();
        var checksum = text[^(64 + "\"\n}\n".Length)..^"\"\n}\n".Length];
        Assert.EndsWith($",\n  \"checksum\": \"{checksum}\"\n}}\n", text, StringComparison.Ordinal);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Replace(checksum, "", StringComparison.Ordinal)))),
            checksum);
    }

    [Theory]
    [InlineData("\"epochs\": 300", "\"epochs\": 301")]
    [InlineData("\"epochs\": 300", "\"epochs\":  300")]
    [InlineData("\"epochs\": 300", "\"other\": 1,\n  \"epochs\": 300")]
    [InlineData("\"bytes\": 1", "\"bytes\": 2")]
    public void AnEditedTextIsRefused(string text, string edited)
    {
        var json = Record.ToJson();
        Assert.Contains(text, json, StringComparison.Ordinal);
        AssertRefused(
            "'run.json' was changed: its checksum is not that of its text.", json.Replace(text, edited, StringComparison.Ordinal));
    }

    [Fact]
    public void FilesOutOfOrderOrTwiceAreRefused()
    {
        AssertRefused(NoRun, (Record with { Files = [Record.Files[1], Record.Files[0]] }).ToJson());
        AssertRefused(NoRun, (Record with { Files = [Record.Files[0], Record.Files[0]] }).ToJson());
        AssertRefused("'run.json' is not a record of a run: 'files' has a null in its list.", (Record with { Files = [null!] }).ToJson());
        AssertRefused(
            "'run.json' is not a record of a run: '../a' is not the path",
            (Record with { Files = [Record.Files[0] with { Path = "../a" }] }).ToJson());
    }

    [Fact]
    public void FieldsThatNoRunHasAreRefused()
    {
        RunRecord[] records =
        [
            Record with { Experiment = "../x" }, Record with { Spec = "abcd" }, Record with { Data = Record.Data.ToUpperInvariant() },
            Record with { Engine = "a\u001bb" }, Record with { Weights = "" }, Record with { Seed = -1 }, Record with { Epochs = 0 },
            Record with { Seconds = -1 }, Record with { Seconds = 1e300 },
        ];
        Assert.All(records, record => AssertRefused(NoRun, record.ToJson()));
        var endless = Record.ToJson().Replace("\"seconds\": ", "\"seconds\": 1e999, \"x\": ", StringComparison.Ordinal);
        AssertRefused("'run.json' is not a record of a run: 'seconds' is too large a number.", endless);
    }

    [Theory]
    [InlineData("{}", 1)]
    [InlineData("""{"experiment": "vae-70", "spec": "", "data": "", "engine": "", "seed": 1, "epochs": 1, "weights": "", "seconds": 1, "finished": "2025-03-01T23:59:58+00:00"}""", 1)]
    [InlineData("{\"format\": 3}", 3)]
    public void AnotherVersionsTextIsSaidToBeThat(string text, int format) =>
        AssertRefused($"'run.json' was written by another version of Repro: its format is {format}, and this version reads 2.", text);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\": \"2\"}")]
    [InlineData("{\"format\": 2}")]
    [InlineData("{\"format\": 2, \"format\": 2}")]
    [InlineData("{\"format\": 2, \"experiment\": null}")]
    public void OtherTextIsRefused(string text) => AssertRefused("'run.json' is not a record of a run", text);

    [Fact]
    public void DeepTextIsRefused() => AssertRefused("'run.json' is not a record of a run", $"{{\"format\": {new string('[', 100_000)}");

    private static void AssertRefused(string message, string text) =>
        Assert.StartsWith(
            message, Assert.Throws<ReproException>(() => RunRecord.Parse(text, "run.json")).Message, StringComparison.Ordinal);
}
