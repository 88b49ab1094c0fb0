using Repro.Runtime.Data;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>
/// Tries before training whether the model takes the last batch of an epoch, where that is smaller than the others. Batch norm of a vector,
/// for one, takes no batch of a single image.
/// </summary>
public static class LastBatch
{
    /// <summary>
    /// Computes the loss of a smaller last batch with a model of its own. It reseeds the default generator, as every training does first.
    /// </summary>
    /// <exception cref="ReproException">The model cannot be trained on the batch.</exception>
    public static void Check(Experiment experiment, DataSet data)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(data);
        var settings = experiment.Settings;
        var images = data.Images.shape[0];
        var rest = images % settings.BatchSize;
        if (rest == 0 || images < settings.BatchSize)
        {
            return;
        }

        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        manual_seed(settings.Seed);
        using var run = RunFailure.Start(experiment);
        run.Model.train();
        var batch = data.Images.narrow(0, images - rest, rest);
        try
        {
            run.Loss(batch);
        }
        catch (Exception e) when (RunFailure.IsUnexpected(e))
        {
            throw RunFailure.OfStep(
                run,
                batch,
                $"{settings.Name}: {images} images come in batches of {settings.BatchSize}, so the last batch of an epoch has {rest}. "
                    + "The model cannot be trained on it; change 'batch', 'take' or 'validation'",
                e);
        }
    }
}
