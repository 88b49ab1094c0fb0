using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Tracing;

/// <summary>
/// Trains a small network: 192 → 4, LeakyReLU, 4 → 192. A fault can be injected: in a bit of a weight or of a layer's output, or in a
/// setting.
/// </summary>
internal sealed class FaultyRun : ExperimentRun
{
    private readonly Network model;
    private int step;

    public FaultyRun(double slope = 0.2, double epsilon = 1e-8)
    {
        model = new Network(slope);
        Optimizer = optim.Adam(model.parameters(), lr: 1e-2, eps: epsilon);
        model.decoder.register_forward_hook((_, _, output) =>
        {
            if (FlipOutput is var (at, index) && at == step)
            {
                Flip(output, index, 0);
            }

            return null!;
        });
    }

    /// <summary>The step, and the index in row-major order of the value in the decoder's output whose last bit is changed.</summary>
    public (int Step, int Index)? FlipOutput { get; init; }

    /// <summary>
    /// The step, and the index in row-major order of the value in the decoder's weight that is changed before its forward pass.
    /// </summary>
    public (int Step, int Index)? FlipWeight { get; init; }

    /// <summary>The bit of the weight to change, counted from the last.</summary>
    public int WeightBit { get; init; }

    /// <summary>The step whose loss is doubled.</summary>
    public int? DoubleLoss { get; init; }

    public double? Clip { get; init; }

    public override nn.Module Model => model;

    [Yaml("experiments.faulty.optimizer")]
    public override optim.Optimizer Optimizer { get; }

    public override double? MaxGradientNorm => Clip;

    [Yaml("experiments.faulty.loss")]
    public override LossTerms Loss(Tensor images)
    {
        step++;
        if (FlipWeight is var (at, index) && at == step)
        {
            Flip(model.decoder.weight, index, WeightBit);
        }

        var error = Losses.SquaredError(model.call(images), images);
        return new LossTerms(DoubleLoss == step ? error * 2 : error, new LossTerm("squared_error", error));
    }

    public override Tensor Encode(Tensor images) => model.encoder.call(images.flatten(1));

    public override Tensor Decode(Tensor latent) => model.decoder.call(latent).reshape(latent.shape[0], 3, 8, 8);

    /// <summary>Changes a bit of a value directly in memory, without an operation.</summary>
    private static void Flip(Tensor tensor, int index, int bit) =>
        tensor.bytes[(index * sizeof(float)) + (bit / 8)] ^= (byte)(1 << (bit % 8));

    internal sealed class Network : nn.Module<Tensor, Tensor>
    {
        [Yaml("architectures.faulty.encoder.1.linear")]
        internal readonly Linear encoder = nn.Linear(192, 4);

        [Yaml("architectures.faulty.encoder.2.leaky_relu")]
        internal readonly LeakyReLU activation;

        [Yaml("architectures.faulty.decoder.1.linear")]
        internal readonly Linear decoder = nn.Linear(4, 192);

        public Network(double slope)
            : base(nameof(Network))
        {
            activation = nn.LeakyReLU(slope);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) =>
            decoder.call(activation.call(encoder.call(input.flatten(1)))).reshape(input.shape[0], 3, 8, 8);
    }
}
