using Microsoft.CodeAnalysis;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Layers;
using Repro.Generators.Model;

namespace Repro.Generators.Shapes;

/// <summary>Infers the shape after each layer and reports the layers that do not fit.</summary>
internal sealed class ShapeChecker(DiagnosticBag diagnostics)
{
    /// <summary>Layers that were reported already. Heirs are checked last, so what they inherit is reported where it stands.</summary>
    private readonly HashSet<Place> reported = [];

    /// <summary>The architectures by name; <c>null</c> when something is wrong with one.</summary>
    public Dictionary<string, Architecture?> Check(IReadOnlyList<ArchitectureDeclaration> declarations) =>
        declarations
            .OrderBy(declaration => declaration.InheritsLayers)
            .ToDictionary(declaration => declaration.Name, Check, StringComparer.Ordinal);

    private Architecture? Check(ArchitectureDeclaration declaration)
    {
        var encoder = Infer(declaration, "encoder", declaration.Encoder, declaration.Input);
        var decoder = Infer(declaration, "decoder", declaration.Decoder, declaration.Latent is { } latent ? Shape.Vector(latent) : null);
        var ends = decoder is not null && DecoderEndsAtInput(declaration, decoder.Value);
        var heads = encoder is not null && HeadsFit(declaration, encoder.Value);
        return declaration is { Failed: false, Identifier: { } identifier, Kind: { } kind } && encoder is not null && ends && heads && PriorFits(declaration)
            ? new(declaration.Name, identifier, kind, declaration.Input!, declaration.Latent!.Value, encoder.Value, decoder!.Value)
            : null;
    }

    private EquatableArray<ShapedLayer>? Infer(ArchitectureDeclaration declaration, string stack, EquatableArray<PlacedLayer>? layers, Shape? input)
    {
        if (layers is null || input is null)
        {
            return null;
        }

        var shaped = new List<ShapedLayer>();
        foreach (var placed in layers)
        {
            var (layer, number) = (placed.Layer, shaped.Count + 1);
            var result = TensorLimit.Check(layer, input, layer.Infer(input));
            if (result.Shape is null)
            {
                Report(Descriptors.LayerDoesNotFit, placed, result.Problem!);
                return null;
            }

            shaped.Add(new(Invariant($"{stack}{number}_{layer.Name}"), layer, input, result.Shape));
            input = result.Shape;
        }

        return shaped.ToEquatableArray();
    }

    private bool DecoderEndsAtInput(ArchitectureDeclaration declaration, EquatableArray<ShapedLayer> decoder)
    {
        var output = decoder[decoder.Count - 1].Output;
        if (declaration.Input is null || output == declaration.Input)
        {
            return true;
        }

        var shapes = decoder.Select(shaped => $"{shaped.Layer.Name} {shaped.Output}");
        var last = declaration.Decoder!.Value[decoder.Count - 1];
        Report(
            Descriptors.DecoderOutput,
            last,
            output.ToString(),
            declaration.Input.ToString(),
            string.Join(", ", shapes.Prepend($"latent {declaration.Latent}")));
        return false;
    }

    /// <summary>Whether the linear layer from the flattened features to the latent vector is not too large.</summary>
    private bool HeadsFit(ArchitectureDeclaration declaration, EquatableArray<ShapedLayer> encoder)
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
            diagnostics.Report(Descriptors.LayerDoesNotFit, declaration.Place, $"linear layer to the latent vector: {result.Problem}");
        }

        return result.Problem is null;
    }

    /// <summary>Whether the learned images of the prior are not too many.</summary>
    private bool PriorFits(ArchitectureDeclaration declaration)
    {
        var fits = (declaration.Kind?.PseudoInputs ?? 0) * (double)declaration.Input!.Count <= int.MaxValue;
        if (!fits)
        {
            diagnostics.Report(
                Descriptors.LayerDoesNotFit,
                declaration.Place,
                Invariant($"{declaration.Kind!.PseudoInputs} pseudo_inputs of {declaration.Input} have more than {int.MaxValue} values"));
        }

        return fits;
    }

    private void Report(DiagnosticDescriptor descriptor, PlacedLayer layer, params string[] arguments)
    {
        if (reported.Add(layer.Place))
        {
            diagnostics.Report(descriptor, layer.Heir ?? layer.Place, arguments);
        }
    }
}
