using Repro.Generators.Resolution;
using Repro.Generators.Vocabulary;

namespace Repro.Generators.Emit;

/// <summary>Writes <c>forward</c>, and <c>reparameterize</c> where it is needed.</summary>
internal static class ForwardEmitter
{
    public static void Emit(CodeWriter writer, Architecture architecture)
    {
        if (architecture.IsVariational)
        {
            writer.Summary("A sample of each latent distribution: μ + σ·ε, with ε drawn from torch's default generator.");
            writer.Line(
                $"public static {GlobalNames.Tensor} reparameterize({GlobalNames.Tensor} mu, {GlobalNames.Tensor} logvar) => "
                + $"mu + ((0.5 * logvar).exp() * {GlobalNames.Torch}.randn_like(mu));");
            writer.Line();
        }

        writer.Line("/// <inheritdoc/>");
        using (writer.Open($"public override {GlobalNames.Generated}.{architecture.Identifier}Result forward({GlobalNames.Tensor} images)"))
        {
            writer.Lines(Statements(architecture));
        }
    }

    private static string[] Statements(Architecture architecture) => architecture switch
    {
        { IsVariational: false } => ["var latent = encode(images);", "return new(decode(latent), latent);"],
        { PseudoInputs: null } =>
        [
            "var (mu, logvar) = encode(images);",
            "var latent = reparameterize(mu, logvar);",
            "return new(decode(latent), latent, mu, logvar);",
        ],
        _ =>
        [
            "var (mu, logvar, prior_mu, prior_logvar) = encode_with_prior(images);",
            "var latent = reparameterize(mu, logvar);",
            "return new(decode(latent), latent, mu, logvar, prior_mu, prior_logvar);",
        ],
    };
}
