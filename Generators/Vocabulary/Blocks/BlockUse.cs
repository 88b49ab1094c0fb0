using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Layers;

namespace Repro.Generators.Vocabulary.Blocks;

/// <summary>The use of a block of the section <c>blocks</c>: its name and its parameters.</summary>
internal sealed record BlockUse(Instance Block) : Part("block")
{
    private static readonly Key<Instance> NameKey = Key.Required(
        "name",
        new InstanceValue("a block", "{ down: { channels: 64 } }"),
        "The block, alone or with its parameters.",
        "{ down: { channels: 64 } }");

    public static readonly Definition<Part> Definition = new(
        "block",
        "The layers of a block of the section 'blocks': as its layers.",
        [NameKey],
        settings => new BlockUse(settings.Get(NameKey)),
        Shorthand: NameKey);
}
