using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Tracing;

/// <summary>
/// A variational autoencoder of 8×8 images with every kind of layer of the paper's network. Its settings can be made wrong.
/// </summary>
internal sealed class MiniatureRun : ExperimentRun
{
    private readonly Network model;

    public MiniatureRun(double epsilon = 1e-5, double momentum = 0.1, double slope = 0.2, double learningRate = 1e-3)
    {
        model = new Network(epsilon, momentum, slope);
        Optimizer = optim.Adam(model.parameters(), learningRate);
    }

    public override nn.Module Model => model;

    [Yaml("experiments.miniature.optimizer")]
    public override optim.Optimizer Optimizer { get; }

    /// <summary>The weight of the divergence.</summary>
    public float DivergenceWeight { get; init; } = 1;

    /// <summary>The factor of the gradient between the batch normalization and the LeakyReLU of the encoder.</summary>
    public float GradientThrough
    {
        init => model.GradientThrough = value;
    }

    [Yaml("experiments.miniature.loss")]
    public override LossTerms Loss(Tensor images)
    {
        var (mean, logVariance) = model.Heads(images);
        var reconstruction = model.Decode(mean + ((logVariance * 0.5f).exp() * randn_like(mean)));
        var (error, divergence) = (Losses.SquaredError(reconstruction, images), Losses.KullbackLeiblerDivergence(mean, logVariance));
        return new LossTerms(
            error + (divergence * DivergenceWeight), new LossTerm("reconstruction", error), new LossTerm("divergence", divergence));
    }

    public override Tensor Encode(Tensor images) => model.Heads(images).Mean;

    public override Tensor Decode(Tensor latent) => model.Decode(latent);

    private sealed class Network : nn.Module<Tensor, Tensor>
    {
        [Yaml("architectures.miniature.encoder.1.conv")]
        private readonly Conv2d encoder1_conv = nn.Conv2d(3, 4, 4, stride: 2, padding: 1);

        [Yaml("architectures.miniature.encoder.2.batch_norm")]
        private readonly BatchNorm2d encoder2_batch_norm;

        [Yaml("architectures.miniature.encoder.3.leaky_relu")]
        private readonly LeakyReLU encoder3_leaky_relu;

        [Yaml("architectures.miniature.latent")]
        private readonly Linear mu_linear = nn.Linear(64, 3);

        [Yaml("architectures.miniature.latent")]
        private readonly Linear logvar_linear = nn.Linear(64, 3);

        [Yaml("architectures.miniature.decoder.1.linear")]
        private readonly Linear decoder1_linear = nn.Linear(3, 64);

        [Yaml("architectures.miniature.decoder.2.batch_norm")]
        private readonly BatchNorm2d decoder2_batch_norm;

        [Yaml("architectures.miniature.decoder.3.relu")]
        private readonly ReLU decoder3_relu = nn.ReLU();

        [Yaml("architectures.miniature.decoder.4.conv_transpose")]
        private readonly ConvTranspose2d decoder4_conv_transpose = nn.ConvTranspose2d(4, 3, 4, stride: 2, padding: 1);

        [Yaml("architectures.miniature.decoder.5.sigmoid")]
        private readonly Sigmoid decoder5_sigmoid = nn.Sigmoid();

        public Network(double epsilon, double momentum, double slope)
            : base(nameof(Network))
        {
            encoder2_batch_norm = nn.BatchNorm2d(4, epsilon, momentum);
            encoder3_leaky_relu = nn.LeakyReLU(slope);
            decoder2_batch_norm = nn.BatchNorm2d(4);
            RegisterComponents();
        }

        public float GradientThrough { get; set; } = 1;

        public (Tensor Mean, Tensor LogVariance) Heads(Tensor images)
        {
            var normal = encoder2_batch_norm.call(encoder1_conv.call(images));
            var active = encoder3_leaky_relu.call((normal * GradientThrough) + (normal.detach() * (1 - GradientThrough))).flatten(1);
            return (mu_linear.call(active), logvar_linear.call(active));
        }

        public Tensor Decode(Tensor latent)
        {
            var maps = decoder3_relu.call(decoder2_batch_norm.call(decoder1_linear.call(latent).reshape(latent.shape[0], 4, 4, 4)));
            return decoder5_sigmoid.call(decoder4_conv_transpose.call(maps));
        }

        public override Tensor forward(Tensor images) => Decode(Heads(images).Mean);
    }
}
