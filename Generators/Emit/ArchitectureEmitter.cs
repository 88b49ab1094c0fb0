using Repro.Generators.Resolution;
using Repro.Generators.Vocabulary;

namespace Repro.Generators.Emit;

/// <summary>Writes the module class of an architecture.</summary>
internal static class ArchitectureEmitter
{
    public static string Emit(Architecture architecture)
    {
        var writer = CodeWriter.ForFile();
        EmitResult(writer, architecture);
        writer.Line();
        EmitDescription(writer, architecture);
        var name = architecture.Identifier;
        using (writer.Open(
            $"public sealed partial class {name} : {GlobalNames.Nn}.Module<{GlobalNames.Tensor}, {GlobalNames.Generated}.{name}Result>"))
        {
            writer.Summary("Number of latent dimensions.");
            writer.Line(Invariant($"public const int LatentDimension = {architecture.Latent};"));
            writer.Line();
            if (architecture.PseudoInputs is { } count)
            {
                writer.Summary("Number of images that the prior learns.");
                writer.Line(Invariant($"public const int PseudoInputs = {count};"));
                writer.Line();
            }

            NetworkEmitter.Emit(writer, architecture);
            writer.Line();
            PartFields.Emit(writer, architecture.Parts);
            if (architecture.PseudoInputs is not null)
            {
                writer.Summary("What the sigmoid makes the images of the prior.");
                writer.Line(Invariant($"private readonly {GlobalNames.Modules}.Parameter pseudo_inputs; // {architecture.PseudoInputs} ")
                    + Invariant($"× {architecture.Input}"));
                writer.Line();
            }

            EmitConstructor(writer, architecture);
            writer.Line();
            EncodeEmitter.Emit(writer, architecture);
            writer.Line();
            if (architecture.PseudoInputs is not null)
            {
                PriorEmitter.Emit(writer, architecture);
                writer.Line();
            }

            EmitDecode(writer, architecture);
            writer.Line();
            ForwardEmitter.Emit(writer, architecture);
            writer.Line();
            HookEmitter.Emit(writer);
            BlockEmitter.Emit(writer, architecture.Parts);
        }

        return writer.ToString();
    }

    private static void EmitResult(CodeWriter writer, Architecture architecture)
    {
        writer.Summary($"What <see cref=\"{GlobalNames.Generated}.{architecture.Identifier}\"/> gives for N images.");
        writer.Line($"/// <param name=\"reconstruction\">The images as decoded, N × {architecture.Input}.</param>");
        writer.Line(architecture.IsVariational
            ? Invariant($"/// <param name=\"latent\">The sampled latent vectors, N × {architecture.Latent}.</param>")
            : Invariant($"/// <param name=\"latent\">The latent vectors, N × {architecture.Latent}.</param>"));
        if (architecture.IsVariational)
        {
            writer.Line(Invariant($"/// <param name=\"mu\">Means of the latent distributions, N × {architecture.Latent}.</param>"));
            writer.Line(Invariant($"/// <param name=\"logvar\">Logarithms of their variances, N × {architecture.Latent}.</param>"));
        }

        var more = architecture.IsVariational ? $", {GlobalNames.Tensor} mu, {GlobalNames.Tensor} logvar" : "";
        if (architecture.PseudoInputs is { } count)
        {
            writer.Line(Invariant($"/// <param name=\"prior_mu\">Means of the latent distributions of the prior's images, {count} × ")
                + Invariant($"{architecture.Latent}.</param>"));
            writer.Line(
                Invariant($"/// <param name=\"prior_logvar\">Logarithms of their variances, {count} × {architecture.Latent}.</param>"));
            more += $", {GlobalNames.Tensor} prior_mu, {GlobalNames.Tensor} prior_logvar";
        }

        writer.Line($"public sealed record {architecture.Identifier}Result({GlobalNames.Tensor} reconstruction, {GlobalNames.Tensor} "
            + $"latent{more});");
    }

    private static void EmitDescription(CodeWriter writer, Architecture architecture)
    {
        var heads = architecture.IsVariational
            ? Invariant($"two linear layers to mean and log-variance of {architecture.Latent} latent dimensions")
            : Invariant($"a linear layer to {architecture.Latent} latent dimensions");
        writer.Line("/// <summary>");
        writer.Line(Invariant($"/// The {architecture.Kind.Noun} <c>{architecture.Name}</c>: images of {architecture.Input}, ")
            + Invariant($"{architecture.Latent} latent dimensions."));
        writer.Line("/// </summary>");
        writer.Line("/// <remarks>");
        writer.Comment($"<para>Encoder: {StackDescription.Of(architecture.Encoder)}; {heads}.</para>");
        writer.Comment($"<para>Decoder: {StackDescription.Of(architecture.Decoder)}.</para>");
        if (architecture.PseudoInputs is { } count)
        {
            writer.Comment(Invariant($"<para>Prior: the mixture of the latent distributions of {count} learned images (Tomczak and ")
                + "Welling, <i>VAE with a VampPrior</i>, 2018).</para>");
        }

        writer.Comment("<para>Initial weights are drawn from torch's default generator, layer by layer in the order of the fields, "
            + "those of a block where it stands.</para>");
        writer.Line("/// </remarks>");
    }

    private static void EmitConstructor(CodeWriter writer, Architecture architecture)
    {
        writer.Summary("Builds the layers and draws their initial weights.");
        writer.Line($"public {architecture.Identifier}()");
        using (writer.Open($"    : base({Literal.Of(architecture.Identifier)})"))
        {
            PartFields.Construct(writer, architecture.Parts);
            if (architecture.PseudoInputs is not null)
            {
                writer.Line($"pseudo_inputs = {GlobalNames.Nn}.Parameter({GlobalNames.Torch}.randn(PseudoInputs, "
                    + $"{string.Join(", ", architecture.Input.Dimensions)}));");
            }

            writer.Line("OnCreated();");
            writer.Line("RegisterComponents();");
        }
    }

    private static void EmitDecode(CodeWriter writer, Architecture architecture)
    {
        writer.Summary(Invariant($"Images (N × {architecture.Input}) of latent vectors (N × {architecture.Latent})."));
        using (writer.Open($"public {GlobalNames.Tensor} decode({GlobalNames.Tensor} latent)"))
        {
            LayerCalls.Emit(writer, architecture.Decoder, "latent", "features");
            writer.Line("OnDecoded(ref features);");
            writer.Line("return features;");
        }
    }
}
