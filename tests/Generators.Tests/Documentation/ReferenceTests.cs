using System.Text.RegularExpressions;
using Repro.Generators.Language;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Tests.Documentation;

/// <summary>The reference of the language agrees with its declarations.</summary>
public partial class ReferenceTests
{
    private const string File = "docs/experiments-yaml.md";

    public static IEnumerable<object[]> Keys =>
        ReferenceTables.Mappings.SelectMany(mapping => mapping.Keys.Select(key => new object[] { mapping.Owner, key.Name }));

    [Fact]
    public void ItsTablesAreThoseOfTheModel()
    {
        var tables = ReferenceTables.All;
        var found = new HashSet<string>();
        var text = Marked().Replace(System.IO.File.ReadAllText(Repository.Path(File)).ReplaceLineEndings("\n"), match =>
        {
            found.Add(match.Groups[1].Value);
            return $"<!-- table: {match.Groups[1].Value} -->\n{tables[match.Groups[1].Value]}<!-- end -->";
        });
        Assert.Empty(tables.Keys.Except(found));
        Published.Is(File, text);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void AnExampleAndADefaultAreValuesOfTheKey(string owner, string name)
    {
        var key = ReferenceTables.Mappings.First(mapping => mapping.Owner == owner).Keys.Single(key => key.Name == name);
        Assert.All(new[] { key.Example, key.Default }.OfType<string>(), text => AssertReads(key, text));
        Assert.EndsWith(".", key.Summary, StringComparison.Ordinal);
        Assert.True(key.Example != key.Default, "An example shows more than the default.");
    }

    private static void AssertReads(Key key, string text)
    {
        var diagnostics = new DiagnosticBag();
        var node = YamlComposer.Compose(new("example.yaml", text), diagnostics)!;
        Assert.NotNull(key.Read(new(new(key.Name, true, node.Place), node), diagnostics));
        Assert.Empty(diagnostics.InFileOrder());
    }

    [GeneratedRegex("<!-- table: ([a-z ]+) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
