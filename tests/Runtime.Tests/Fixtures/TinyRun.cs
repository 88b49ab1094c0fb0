using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>
/// Trains <see cref="TinyModel"/> with noise on its latent vectors, so that it draws from the default generator as a variational model
/// does.
/// </summary>
internal sealed class TinyRun : ExperimentRun
{
    private readonly TinyModel model = new();

    public TinyRun() => Optimizer = optim.Adam(model.parameters(), 1e-2);

    public override nn.Module Model => model;

    public override optim.Optimizer Optimizer { get; }

    /// <summary>The number of losses that were computed, which is the number of steps.</summary>
    public int Steps { get; private set; }

    /// <summary>Is called at each step with its number, its batch and its loss. It may return another loss.</summary>
    public Func<int, Tensor, LossTerms, LossTerms> AtStep { get; init; } = (_, _, loss) => loss;

    /// <summary>Creates the schedule from the optimizer and the number of steps in an epoch.</summary>
    public Func<optim.Optimizer, int, LearningRateSchedule?> WithSchedule { get; init; } = (_, _) => null;

    /// <summary>The value of <see cref="MaxGradientNorm"/>.</summary>
    public double? Clip { get; init; }

    public override double? MaxGradientNorm => Clip;

    public override LearningRateSchedule? Schedule(int stepsPerEpoch) => WithSchedule(Optimizer, stepsPerEpoch);

    public override LossTerms Loss(Tensor images)
    {
        var latent = model.Encode(images);
        var reconstruction = model.Decode(latent + (randn_like(latent) * 0.1f));
        var squaredError = Losses.SquaredError(reconstruction, images);
        var penalty = latent.square().mean();
        return AtStep(
            ++Steps, images,
            new LossTerms(squaredError + penalty, new LossTerm("squared_error", squaredError), new LossTerm("penalty", penalty)));
    }

    public override Tensor Encode(Tensor images) => model.Encode(images);

    public override Tensor Decode(Tensor latent) => model.Decode(latent);
}
