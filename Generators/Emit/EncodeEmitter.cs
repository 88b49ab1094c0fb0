using Repro.Generators.Resolution;
using Repro.Generators.Vocabulary;

namespace Repro.Generators.Emit;

/// <summary>Writes <c>encode</c>.</summary>
internal static class EncodeEmitter
{
    public static void Emit(CodeWriter writer, Architecture architecture)
    {
        var (input, latent) = (architecture.Input, architecture.Latent);
        writer.Summary(architecture.IsVariational
            ? Invariant($"Mean and log-variance (each N × {latent}) of the latent distributions of images (N × {input}).")
            : Invariant($"Latent vectors (N × {latent}) of images (N × {input})."));
        var type = architecture.IsVariational ? $"({GlobalNames.Tensor} mu, {GlobalNames.Tensor} logvar)" : GlobalNames.Tensor;
        using (writer.Open($"public {type} encode({GlobalNames.Tensor} images)"))
        {
            LayerCalls.Emit(writer, architecture.Encoder, "images", "features");
            writer.Line("OnEncoded(ref features);");
            if (architecture.Features.IsMap)
            {
                writer.Line("features = features.flatten(1);");
            }

            var heads = architecture.Heads.Select(head => $"{head.Field}.call(features)").ToArray();
            writer.Line(heads.Length == 1 ? $"return {heads[0]};" : $"return ({string.Join(", ", heads)});");
        }
    }
}
