using Repro.Generators.Common;
using Repro.Generators.Language;

namespace Repro.Generators.Losses;

/// <summary>Squared error of the reconstruction, which is its only term.</summary>
internal sealed record SquaredError() : Loss("squared_error")
{
    public static readonly Definition<Loss> Definition = new(
        "squared_error", "Squared error, summed over an image and averaged over the batch, alone.", [], _ => new SquaredError());

    public override string Noun => "the squared error";

    public override bool NeedsVariational => false;

    public override EquatableArray<string> Statements => new(
    [
        "var reconstruction = Losses.SquaredError(result.reconstruction, images);",
        "return new(reconstruction, new LossTerm(\"reconstruction\", reconstruction));",
    ]);
}
