using static TorchSharp.torch;

namespace Repro.Runtime;

/// <summary>
/// A model in training. The generator writes a class derived from it for each experiment. The constructor builds the model, which draws its
/// initial weights from torch's default generator.
/// </summary>
public abstract class ExperimentRun : IDisposable
{
    /// <summary>The network.</summary>
    public abstract nn.Module Model { get; }

    /// <summary>The optimizer of the network's parameters.</summary>
    public abstract optim.Optimizer Optimizer { get; }

    /// <summary>
    /// The largest norm of the gradients of a step, all parameters taken as one vector. Larger gradients are scaled down to it; <c>null</c>
    /// leaves all as they are. PyTorch: <c>clip_grad_norm_(model.parameters(), max_norm)</c>.
    /// </summary>
    public virtual double? MaxGradientNorm => null;

    /// <summary>The current epoch, from 1. The trainer sets it, because weights of loss terms may depend on it.</summary>
    public int Epoch { get; set; } = 1;

    /// <summary>
    /// Creates the schedule of the learning rate; <c>null</c> when the rate is constant. It is called once, before the first step.
    /// </summary>
    /// <param name="stepsPerEpoch">The number of steps in an epoch.</param>
    public virtual LearningRateSchedule? Schedule(int stepsPerEpoch) => null;

    /// <summary>The loss of one batch of images (N × channels × height × width, values 0 to 1), and its terms.</summary>
    public abstract LossTerms Loss(Tensor images);

    /// <summary>The latent representation (N × latent) of images; for a variational model the mean, without sampling.</summary>
    public abstract Tensor Encode(Tensor images);

    /// <summary>Images (N × channels × height × width) of latent vectors (N × latent).</summary>
    public abstract Tensor Decode(Tensor latent);

    /// <summary>
    /// Latent vectors (<paramref name="count"/> × <paramref name="latentDimension"/>) drawn from the prior: the standard normal
    /// distribution, unless the model has another.
    /// </summary>
    public virtual Tensor DrawPrior(int count, int latentDimension, Generator generator) =>
        randn(count, latentDimension, generator: generator);

    /// <summary>Releases the model and the optimizer.</summary>
    public void Dispose()
    {
        Optimizer.Dispose();
        Model.Dispose();
        GC.SuppressFinalize(this);
    }
}
