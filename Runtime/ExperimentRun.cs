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

    /// <summary>The loss of one batch of images (N × channels × height × width, values 0 to 1), and its terms.</summary>
    public abstract LossTerms Loss(Tensor images);

    /// <summary>The latent representation (N × latent) of images; of a variational model the mean, without sampling.</summary>
    public abstract Tensor Encode(Tensor images);

    /// <summary>Images (N × channels × height × width) of latent vectors (N × latent).</summary>
    public abstract Tensor Decode(Tensor latent);

    /// <summary>Releases the model and the optimizer.</summary>
    public void Dispose()
    {
        Optimizer.Dispose();
        Model.Dispose();
        GC.SuppressFinalize(this);
    }
}
