using static TorchSharp.torch;

namespace Repro.Runtime;

/// <summary>
/// A model being trained: the base of the run classes that the generator writes, one for each experiment.
/// Constructing one builds the model, which draws its initial weights from torch's default generator.
/// </summary>
public abstract class ExperimentRun : IDisposable
{
    /// <summary>The network.</summary>
    public abstract nn.Module Model { get; }

    /// <summary>The optimizer of the network's parameters.</summary>
    public abstract optim.Optimizer Optimizer { get; }

    /// <summary>
    /// The norm that the gradients of a step are scaled down to where theirs is higher, all parameters taken as one vector; <c>null</c> leaves
    /// them as they are. PyTorch: <c>clip_grad_norm_(model.parameters(), max_norm)</c>.
    /// </summary>
    public virtual double? MaxGradientNorm => null;

    /// <summary>The epoch in training, from 1, which the trainer sets: weights of loss terms may change with it.</summary>
    public int Epoch { get; set; } = 1;

    /// <summary>How the learning rate changes; <c>null</c> where it is constant. It is made once, before the first step.</summary>
    /// <param name="stepsPerEpoch">Steps of an epoch.</param>
    public virtual LearningRateSchedule? Schedule(int stepsPerEpoch) => null;

    /// <summary>The loss of one batch of images (N × channels × height × width, values 0 to 1), and its terms.</summary>
    public abstract LossTerms Loss(Tensor images);

    /// <summary>The latent representation (N × latent) of images; of a variational model the mean, without sampling.</summary>
    public abstract Tensor Encode(Tensor images);

    /// <summary>Images (N × channels × height × width) of latent vectors (N × latent).</summary>
    public abstract Tensor Decode(Tensor latent);

    /// <summary>
    /// Latent vectors (<paramref name="count"/> × <paramref name="latentDimension"/>) drawn from the prior: the standard normal distribution,
    /// unless the model has another.
    /// </summary>
    public virtual Tensor DrawPrior(int count, int latentDimension, Generator generator) => randn(count, latentDimension, generator: generator);

    /// <summary>Releases the model and the optimizer.</summary>
    public void Dispose()
    {
        Optimizer.Dispose();
        Model.Dispose();
        GC.SuppressFinalize(this);
    }
}
