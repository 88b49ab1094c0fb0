using System.Text.RegularExpressions;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Document;

/// <summary>Files inside the folder of <c>experiments.yaml</c>.</summary>
internal sealed class FileList : ValueType<EquatableArray<YamlScalar>>
{
    private const string Pattern = $@"(?!(?:.*/)?\.\.?/)(?:{PathPatterns.Segment}/)*{PathPatterns.Segment}\.yaml";

    private static readonly Regex File = new($@"^(?:{Pattern})\z", RegexOptions.CultureInvariant);

    public override string Expected =>
        "a list of .yaml files inside the folder of experiments.yaml, with forward slashes, such as [experiments/sweeps.yaml]";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "type", "array" }, { "items", new JsonObject { { "type", "string" }, { "pattern", $"^(?:{Pattern})$" } } } };

    public override bool TryRead(YamlNode node, ReadContext context, out EquatableArray<YamlScalar> value)
    {
        value = default;
        if (node is not YamlSequence list)
        {
            return context.WrongType(node);
        }

        value = list.Items.OfType<YamlScalar>().Where(file => File.IsMatch(file.Text)).ToEquatableArray();
        foreach (var wrong in list.Items.Where(item => item is not YamlScalar file || !File.IsMatch(file.Text)))
        {
            context.OutOfRange(wrong);
        }

        return value.Count == list.Items.Count;
    }
}
