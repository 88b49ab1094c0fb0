using Repro.Generators.Common;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>Sets values to 0 with probability p and scales the others by 1 / (1 − p), when training.</summary>
internal sealed record Dropout(decimal P) : ElementwiseLayer("dropout")
{
    private static readonly Key<decimal> PKey = Key.Optional(
        "p", Ranges.Probability, "0.5", "The probability that a value becomes 0.", "0.1");

    public static readonly Definition<Part> Definition = new(
        "dropout",
        "In training sets values to 0 with probability p and scales the others by 1 / (1 − p): any → the same.",
        [PKey],
        settings => new Dropout(settings.Get(PKey)),
        Shorthand: PKey);

    public override string Noun => $"dropout (p {P.Canonical()})";

    public override string Spec => $"dropout p={P.Canonical()}";

    public override OutputRange Range => OutputRange.OfInput;

    protected override string Type => "Dropout";

    protected override string Arguments => P.Canonical();
}
