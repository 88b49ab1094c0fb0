using static TorchSharp.torch;

namespace Repro.Engine.Tests.Training;

/// <summary>The paper's networks with the layer names of the reference; the order of construction fixes the random numbers used.</summary>
internal sealed class PaperModel : nn.Module<Tensor, (Tensor Output, Tensor Mu, Tensor Logvar)>
{
    private readonly nn.Module<Tensor, Tensor> encoder;
    private readonly nn.Module<Tensor, Tensor> mu;
    private readonly nn.Module<Tensor, Tensor> logvar;
    private readonly nn.Module<Tensor, Tensor> fc;
    private readonly nn.Module<Tensor, Tensor> decoder;
    private readonly bool variational;

    public PaperModel(bool variational, int latent = 50)
        : base(nameof(PaperModel))
    {
        this.variational = variational;
        encoder = nn.Sequential(
            nn.Conv2d(3, 64, 4, 2, 1), nn.BatchNorm2d(64), nn.LeakyReLU(0.2),
            nn.Conv2d(64, 128, 4, 2, 1), nn.BatchNorm2d(128), nn.LeakyReLU(0.2),
            nn.Conv2d(128, 256, 4, 2, 1), nn.BatchNorm2d(256), nn.LeakyReLU(0.2));
        mu = nn.Linear(16384, latent);
        logvar = nn.Linear(16384, latent);
        fc = nn.Linear(latent, 16384);
        decoder = nn.Sequential(
            nn.ConvTranspose2d(256, 128, 4, 2, 1), nn.BatchNorm2d(128), nn.ReLU(),
            nn.ConvTranspose2d(128, 64, 4, 2, 1), nn.BatchNorm2d(64), nn.ReLU(),
            nn.ConvTranspose2d(64, 3, 4, 2, 1), nn.Sigmoid());
        RegisterComponents();
    }

    public (Tensor Mu, Tensor Logvar) Encode(Tensor images)
    {
        var features = encoder.call(images).flatten(1);
        return (mu.call(features), logvar.call(features));
    }

    public Tensor Decode(Tensor latent) => decoder.call(fc.call(latent).view(-1, 256, 8, 8));

    public override (Tensor Output, Tensor Mu, Tensor Logvar) forward(Tensor images)
    {
        var (mean, logarithm) = Encode(images);
        var latent = variational ? mean + (0.5 * logarithm).exp() * randn_like(mean) : mean;
        return (Decode(latent), mean, logarithm);
    }

    /// <summary>The loss of equation 4 of the paper, or the squared error alone, and its two terms.</summary>
    public (Tensor Loss, Tensor Reconstruction, Tensor Divergence) Loss(Tensor images)
    {
        var (output, mean, logarithm) = forward(images);
        var reconstruction = nn.functional.mse_loss(output, images, nn.Reduction.Sum) / images.shape[0];
        if (!variational)
        {
            return (reconstruction, reconstruction, zeros([]));
        }

        var divergence = (-0.5 * (1 + logarithm - mean.square() - logarithm.exp()).sum(1)).mean();
        return (reconstruction + divergence, reconstruction, divergence);
    }
}
