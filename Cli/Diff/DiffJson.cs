using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Repro.Runtime.Comparison;
using Repro.Runtime.Snapshots;

namespace Repro.Cli.Diff;

/// <summary>The comparison for programs; <c>docs/diff.md</c> describes it.</summary>
internal static class DiffJson
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    // Nodes, and no types: these work in a trimmed program, too.
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(),
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(DiffReport report, PictureFiles? pictures) => new JsonObject
    {
        ["format"] = Version,
        ["verdict"] = DiffWords.Of(report.Verdict),
        ["summary"] = DiffWords.Headline(report),
        ["before"] = report.Before,
        ["after"] = report.After,
        ["specification"] = List(
            report.Specification, change => new JsonObject { ["file"] = change.File, ["lines"] = Texts(change.Lines) }),
        ["experiments"] = List(report.Entries, entry => Entry(entry, pictures)),
    }.ToJsonString(Format) + "\n";

    private static JsonObject Entry(DiffEntry entry, PictureFiles? pictures) => new()
    {
        ["name"] = entry.Name,
        ["verdict"] = DiffWords.Of(entry.Verdict),
        ["summary"] = entry.Summary,
        ["first"] = entry.First,
        ["firstEpoch"] = entry.Difference?.Epochs is [var first, ..] ? first.Epoch : null,
        ["firstStep"] = entry.FirstStep,
        ["inputs"] = List(entry.Difference?.Inputs ?? [], Input),
        ["epochs"] = List(entry.Difference?.Epochs ?? [], Epoch),
        ["grows"] = entry.Difference?.Grows,
        ["curves"] = entry.Difference is { } compared && pictures is not null
            ? List(pictures.Curves(compared), curve => new JsonObject { ["name"] = curve.Name, ["file"] = curve.Path })
            : [],
        ["pictures"] = List(entry.Difference?.Pictures ?? [], picture => Picture(entry.Difference!, picture, pictures)),
        ["sameWeights"] = entry.Difference is null ? entry.Verdict == Verdict.SameBits ? true : null : entry.Difference.SameWeights,
        ["weights"] = entry.Difference?.Weights is { } weights ? List(weights, Weight) : null,
    };

    private static JsonObject Input(FieldDifference input) =>
        new() { ["name"] = input.Name, ["before"] = input.Before, ["after"] = input.After };

    private static JsonObject Epoch(EpochDifference epoch) => new()
    {
        ["epoch"] = epoch.Epoch,
        ["roundings"] = Finite(epoch.Roundings),
        ["values"] = List(epoch.Values, Value),
    };

    private static JsonObject Value(ValueDifference value) => new()
    {
        ["name"] = value.Name,
        ["before"] = Finite(value.Before),
        ["after"] = Finite(value.After),
        ["beforeBits"] = FloatText.Bits(value.Before),
        ["afterBits"] = FloatText.Bits(value.After),
        ["absolute"] = Finite(value.Absolute),
        ["relative"] = Finite(value.Relative),
        ["ulps"] = value.Ulps,
    };

    private static JsonObject Weight(WeightDifference weight) => new()
    {
        ["name"] = weight.Name,
        ["changed"] = weight.Changed,
        ["count"] = weight.Count,
        ["largest"] = Finite(weight.Largest),
    };

    private static JsonObject Picture(RunDifference difference, PictureDifference picture, PictureFiles? pictures) => new()
    {
        ["epoch"] = picture.Epoch,
        ["kind"] = picture.Kind,
        ["beforeHash"] = picture.Before?.Hash,
        ["afterHash"] = picture.After?.Hash,
        ["changed"] = picture.Pixels?.Changed,
        ["pixels"] = picture.Pixels?.Count,
        ["red"] = picture.Pixels?.Red,
        ["green"] = picture.Pixels?.Green,
        ["blue"] = picture.Pixels?.Blue,
        ["before"] = pictures?.Find(difference, picture, "before"),
        ["after"] = pictures?.Find(difference, picture, "after"),
        ["difference"] = pictures?.Find(difference, picture, "difference"),
        ["gain"] = picture.Pixels?.Gain,
    };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> node) => new([.. items.Select(node)]);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    // JSON has no infinity and no NaN.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
