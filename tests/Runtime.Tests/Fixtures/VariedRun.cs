using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>Trains <see cref="TinyModel"/> with noise, dropout, and a given optimizer and schedule.</summary>
internal sealed class VariedRun : ExperimentRun
{
    private readonly TinyModel model = new();
    private readonly double dropout;
    private readonly Func<optim.Optimizer, int, LearningRateSchedule?> schedule;
    private readonly Action atStep;

    public VariedRun(
        Func<IEnumerable<TorchSharp.Modules.Parameter>, optim.Optimizer> optimizer,
        Func<optim.Optimizer, int, LearningRateSchedule?> schedule,
        double dropout,
        Action atStep)
    {
        Optimizer = optimizer(model.parameters());
        (this.schedule, this.dropout, this.atStep) = (schedule, dropout, atStep);
    }

    public override nn.Module Model => model;

    public override optim.Optimizer Optimizer { get; }

    public override double? MaxGradientNorm => 100;

    public override LearningRateSchedule? Schedule(int stepsPerEpoch) => schedule(Optimizer, stepsPerEpoch);

    public override LossTerms Loss(Tensor images)
    {
        if (model.training)
        {
            atStep();
        }

        var latent = model.Encode(images);
        var noisy = nn.functional.dropout(latent + (randn_like(latent) * 0.1f), dropout, model.training);
        var squaredError = Losses.SquaredError(model.Decode(noisy), images);
        var penalty = latent.square().mean() * Epoch;
        return new LossTerms(squaredError + penalty, new LossTerm("squared_error", squaredError), new LossTerm("penalty", penalty));
    }

    public override Tensor Encode(Tensor images) => model.Encode(images);

    public override Tensor Decode(Tensor latent) => model.Decode(latent);
}
