using Microsoft.CodeAnalysis;
using Repro.Generators.Common;
using Repro.Generators.Resolution.Shapes;
using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary.Blocks;
using Repro.Generators.Vocabulary.Layers;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Resolution;

/// <summary>Infers the shape after each layer and reports the layers that do not fit.</summary>
internal sealed class ShapeChecker(DiagnosticBag diagnostics)
{
    /// <summary>The layers reported so far. Heirs are checked last, so an inherited layer is reported in its own architecture.</summary>
    private readonly HashSet<Place> reported = [];

    /// <summary>The architectures by name; <c>null</c> for one with a mistake.</summary>
    public Dictionary<string, Architecture?> Check(IReadOnlyList<ArchitectureDeclaration> declarations) =>
        declarations
            .OrderBy(declaration => declaration.InheritsLayers)
            .ToDictionary(declaration => declaration.Name, Check, StringComparer.Ordinal);

    /// <summary>The architecture; <c>null</c> after a mistake.</summary>
    public Architecture? Check(ArchitectureDeclaration declaration)
    {
        var classes = new BlockClasses();
        var encoder = Infer(declaration, "encoder", declaration.Encoder, declaration.Input, classes);
        var decoder = Infer(
            declaration, "decoder", declaration.Decoder, declaration.Latent is { } latent ? Shape.Vector(latent) : null, classes);
        var heads = encoder is not null && HeadsFit(declaration, encoder.Value);
        return declaration is { Failed: false, Identifier: { } identifier, Kind: { } kind }
            && encoder is not null
            && decoder is not null
            && heads
            && PriorFits(declaration)
            ? new(
                declaration.Name, identifier, kind, declaration.Input!, declaration.Latent!.Value, declaration.LatentPath!, encoder.Value,
                decoder.Value, declaration.Text)
            : null;
    }

    private EquatableArray<ShapedPart>? Infer(
        ArchitectureDeclaration declaration, string stack, EquatableArray<PlacedPart>? parts, Shape? input, BlockClasses classes)
    {
        if (parts is null || input is null)
        {
            return null;
        }

        var trail = new Trail($"{(stack == "decoder" ? "latent" : "input")} {input}");
        var inference = new StackInference(classes);
        if (inference.Infer(parts.Value, StackPlace.Of(stack), input, trail) is not { } shaped)
        {
            var problem = inference.Problem!;
            if (problem.IsTooMany)
            {
                Report(Descriptors.Limit, problem, problem.Text, "layers, those of blocks and repeats counted each time");
            }
            else
            {
                var text = problem.IsInside || declaration.IsVariant ? $"in {problem.Path}: {problem.Text}" : problem.Text;
                Report(Descriptors.LayerDoesNotFit, problem, text, problem.Trail.ToString());
            }

            return null;
        }

        return stack == "encoder" || EndsAtInput(declaration, shaped, trail) ? shaped : null;
    }

    private bool EndsAtInput(ArchitectureDeclaration declaration, EquatableArray<ShapedPart> decoder, Trail trail)
    {
        var output = decoder[decoder.Count - 1].Output;
        if (declaration.Input is null || output == declaration.Input)
        {
            return true;
        }

        var parts = declaration.Decoder!.Value;
        Report(
            Descriptors.DecoderOutput, parts[parts.Count - 1], parts[parts.Count - 1].Heir, output.ToString(), declaration.Input.ToString(),
            trail.ToString());
        return false;
    }

    /// <summary>Whether the linear layer to the latent vector is within the limit.</summary>
    private bool HeadsFit(ArchitectureDeclaration declaration, EquatableArray<ShapedPart> encoder)
    {
        if (declaration.Latent is not { } latent)
        {
            return false;
        }

        var features = encoder[encoder.Count - 1].Output;
        var head = new Linear(Shape.Vector(latent));
        var result = TensorLimit.Check(head, features, head.Infer(features));
        if (result.Problem is not null)
        {
            diagnostics.Report(
                Descriptors.LayerDoesNotFit, declaration.Place, $"linear layer to the latent vector: {result.Problem}",
                $"features {features}");
        }

        return result.Problem is null;
    }

    /// <summary>Whether the learned images of the prior are within the limit.</summary>
    private bool PriorFits(ArchitectureDeclaration declaration)
    {
        var fits = (declaration.Kind?.PseudoInputs ?? 0) * (double)declaration.Input!.Count <= int.MaxValue;
        if (!fits)
        {
            diagnostics.Report(
                Descriptors.LayerDoesNotFit,
                declaration.Place,
                Invariant($"the pseudo_inputs would have more than {int.MaxValue} values"),
                Invariant($"{declaration.Kind!.PseudoInputs} of {declaration.Input}"));
        }

        return fits;
    }

    private void Report(DiagnosticDescriptor descriptor, StackProblem problem, params string[] arguments) =>
        Report(descriptor, problem.Part, problem.Heir, arguments);

    private void Report(DiagnosticDescriptor descriptor, PlacedPart part, Place? heir, params string[] arguments)
    {
        if (reported.Add(part.Place))
        {
            diagnostics.Report(descriptor, heir ?? part.Place, arguments);
        }
    }
}
