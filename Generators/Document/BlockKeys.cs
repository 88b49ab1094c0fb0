using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Document.Parameters;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Syntax;
using Repro.Generators.Vocabulary.Blocks;

namespace Repro.Generators.Document;

/// <summary>The keys of a block.</summary>
internal static class BlockKeys
{
    public static readonly Key<EquatableArray<Parameter>> Parameters = Key.Optional(
        "parameters",
        new ParametersValue("a block", canLackDefault: true),
        "{}",
        "Values that its layers use as $name, with defaults; one without a default must be given.",
        "{ channels: , stride: 2 }");

    public static readonly Key<YamlNode> Layers = Key.Required(
        "layers",
        new Deferred(new Stack()),
        "The layers that replace the name of the block.",
        "[{ conv: { channels: $channels, kernel: 3 } }, relu]");

    public static readonly ImmutableArray<Key> All = [Parameters, Layers];
}
