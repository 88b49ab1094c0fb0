using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Kinds;

namespace Repro.Generators.Vocabulary.Losses;

/// <summary>A loss whose only term is a reconstruction error.</summary>
internal sealed record PixelLoss(ReconstructionError Error) : Loss(Error.Name, Error)
{
    public override string Noun => Error.Noun;

    public override string Spec => Error.Spec;

    public override bool NeedsVariational => false;

    /// <summary>The loss of a reconstruction error, with the error's settings.</summary>
    public static Definition<Loss> Of(Definition<ReconstructionError> error) =>
        new(error.Name, error.Summary, error.Keys, settings => new PixelLoss(error.Create(settings)), error.Shorthand);

    public override EquatableArray<string> Statements(ArchitectureKind kind, string model) => new(
    [
        "var result = Model.call(images);",
        $"var reconstruction = {GlobalNames.Runtime}.Losses.{Error.OfBatch}(result.reconstruction, images{Error.Arguments});",
        $"return new(reconstruction, new {GlobalNames.Runtime}.LossTerm(\"reconstruction\", reconstruction));",
    ]);
}
