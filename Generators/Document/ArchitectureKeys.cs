using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Document.Parameters;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary;
using Repro.Generators.Vocabulary.Blocks;
using Repro.Generators.Vocabulary.Kinds;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Document;

/// <summary>The keys of an architecture.</summary>
internal static class ArchitectureKeys
{
    public static readonly Key<string> Like = Key.Optional(
        Inheritance.Like,
        new Reference("another architecture"),
        "Another architecture whose keys this one inherits, except those that it gives itself.",
        "vae");

    public static readonly Key<ArchitectureKind> Kind = Key.Required(
        "kind",
        new Choice<ArchitectureKind>("kind", () => ArchitectureKinds.All, ArchitectureKinds.Hint),
        "How the encoder encodes an image.",
        "variational");

    public static readonly Key<Shape> Input = Key.Required(
        "input", new ShapeValue(orFeatures: false), "The shape of an image.", "[3, 64, 64]");

    public static readonly Key<long> Latent = Key.Required("latent", Ranges.Size, "The number of latent dimensions.", "50");

    public static readonly Key<EquatableArray<PlacedPart>> Encoder = Key.Required(
        "encoder", new Stack(), "The layers from the image.", "[{ conv: { channels: 64, kernel: 4, stride: 4 } }, relu]");

    public static readonly Key<EquatableArray<PlacedPart>> Decoder = Key.Required(
        "decoder", new Stack(), "The layers from the latent vector to the shape of the input.", "[{ linear: [3, 64, 64] }, sigmoid]");

    public static readonly Key<EquatableArray<Parameter>> Parameters = Key.Optional(
        "parameters",
        new ParametersValue("an architecture", canLackDefault: false),
        "{}",
        "Values that other keys use as $name; an heir or an experiment can change them.",
        "{ width: 64 }");

    public static readonly ImmutableArray<Key> All = [Like, Kind, Parameters, Input, Latent, Encoder, Decoder];
}
