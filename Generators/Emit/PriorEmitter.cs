using Repro.Generators.Resolution;
using Repro.Generators.Vocabulary;

namespace Repro.Generators.Emit;

/// <summary>Writes the methods of a VampPrior: <c>encode_with_prior</c> and <c>draw_prior</c>.</summary>
internal static class PriorEmitter
{
    public static void Emit(CodeWriter writer, Architecture architecture)
    {
        var (input, latent) = (architecture.Input, architecture.Latent);
        writer.Line("/// <summary>");
        writer.Comment(Invariant($"Mean and log-variance of the latent distributions of images (N × {input}), each N × {latent}, and of ")
            + Invariant($"the prior's images, each {architecture.PseudoInputs} × {latent}. They are encoded as one batch, so that batch ")
            + "normalization treats them alike.");
        writer.Line("/// </summary>");
        using (writer.Open(
            $"public ({GlobalNames.Tensor} mu, {GlobalNames.Tensor} logvar, {GlobalNames.Tensor} prior_mu, {GlobalNames.Tensor} "
            + "prior_logvar) "
            + $"encode_with_prior({GlobalNames.Tensor} images)"))
        {
            writer.Line("var count = images.shape[0];");
            writer.Line($"var (mu, logvar) = encode({GlobalNames.Torch}.cat([images, pseudo_inputs.sigmoid()], 0));");
            writer.Line("return (");
            writer.Line("    mu.narrow(0, 0, count), logvar.narrow(0, 0, count),");
            writer.Line("    mu.narrow(0, count, PseudoInputs), logvar.narrow(0, count, PseudoInputs));");
        }

        writer.Line();
        writer.Summary(Invariant($"Latent vectors (count × {latent}) drawn from the prior: of each, one of its images, then a sample of ")
            + "its latent distribution.");
        using (writer.Open($"public {GlobalNames.Tensor} draw_prior(int count, {GlobalNames.Torch}.Generator generator)"))
        {
            writer.Line("var (mu, logvar) = encode(pseudo_inputs.sigmoid());");
            writer.Line($"var image = {GlobalNames.Torch}.randint(PseudoInputs, new long[] {{ count }}, generator: generator);");
            writer.Line("var deviation = (0.5 * logvar.index_select(0, image)).exp();");
            writer.Line($"return mu.index_select(0, image) + (deviation * {GlobalNames.Torch}.randn(count, LatentDimension, generator: "
                + "generator));");
        }
    }
}
