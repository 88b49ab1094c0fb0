using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Training;

/// <summary>Three steps of a small variational autoencoder: every operation that the paper's networks use.</summary>
internal static class VariationalAutoencoder
{
    public static string Run(Action betweenSteps)
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        using var encoder = nn.Sequential(
            nn.Conv2d(3, 20, 4, 2, 1), nn.BatchNorm2d(20), nn.LeakyReLU(0.2), nn.Conv2d(20, 37, 4, 2, 1), nn.BatchNorm2d(37),
            nn.LeakyReLU(0.2));
        using var heads = nn.Linear(37 * 16, 10);
        using var back = nn.Linear(5, 37 * 16);
        using var decoder = nn.Sequential(
            nn.ConvTranspose2d(37, 20, 4, 2, 1), nn.BatchNorm2d(20), nn.ReLU(), nn.ConvTranspose2d(20, 3, 4, 2, 1), nn.Sigmoid());
        nn.Module[] modules = [encoder, heads, back, decoder];
        using var adam = optim.Adam(modules.SelectMany(module => module.parameters()), lr: 1e-2);
        var images = rand(9, 3, 16, 16);

        Tensor Loss()
        {
            var both = heads.call(encoder.call(images).flatten(1));
            var (mu, logvar) = (both.narrow(1, 0, 5), both.narrow(1, 5, 5));
            var latent = mu + ((0.5 * logvar).exp() * randn_like(mu));
            var output = decoder.call(back.call(latent).view(-1, 37, 4, 4));
            return (nn.functional.mse_loss(output, images, nn.Reduction.Sum) / 9) + (
                -0.5 * (1 + logvar - mu.square() - logvar.exp()).sum(1L)).mean();
        }

        return Steps.Run(3, adam, Loss, betweenSteps, modules);
    }
}
