using System.Text.Json;
using Repro.Runtime.Files;

namespace Repro.Runtime.Tests.Files;

public class StrictJsonTests
{
    private static readonly JsonSerializerOptions Options = StrictJson.Of(new(JsonSerializerDefaults.Web));

    [Fact]
    public void AWholeTextIsRead()
    {
        var read = JsonSerializer.Deserialize<Outer>(
            """{"number": 1.5, "items": [{"name": "a", "small": 2}], "more": {"x": [1, 2]}}""", Options)!;
        Assert.Equal((1.5, "a", 2f, 2), (read.Number, read.Items[0].Name, read.Items[0].Small, read.More["x"].Count));
    }

    [Theory]
    [InlineData("""{"number": 1e999, "items": [], "more": {}}""", "'number' is too large a number.")]
    [InlineData("""{"number": 1, "items": [{"name": "a", "small": -1e99}], "more": {}}""", "'small' is too large a number.")]
    [InlineData("""{"number": 1, "items": [null], "more": {}}""", "'items' has a null in its list.")]
    [InlineData("""{"number": 1, "items": [], "more": {"x": null}}""", "'more' has a null in its list.")]
    [InlineData("""{"number": 1, "items": [], "more": {"x": [1e999]}}""", "'more' is too large a number.")]
    [InlineData("""{"number": 1, "number": 2, "items": [], "more": {}}""", "Duplicate property 'number'")]
    [InlineData("""{"number": 1, "items": [], "more": {"x": [], "x": []}}""", "Duplicate properties not allowed")]
    [InlineData("""{"number": 1, "items": null, "more": {}}""", "parameter 'Items'")]
    [InlineData("""{"number": 1, "items": [{"name": null, "small": 1}], "more": {}}""", "parameter 'Name'")]
    [InlineData("""{"number": 1, "items": []}""", "'more'")]
    public void WhatCannotBeUsedIsRefused(string text, string message) =>
        Assert.Contains(
            message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Outer>(text, Options)).Message,
            StringComparison.Ordinal);

    private sealed record Outer(double Number, IReadOnlyList<Inner> Items, IReadOnlyDictionary<string, IReadOnlyList<double>> More);

    private sealed record Inner(string Name, float Small);
}
