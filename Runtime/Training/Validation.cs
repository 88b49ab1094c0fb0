using Repro.Runtime.Randomness;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Computes the loss of a model on images that it is not trained on, without changing its training.</summary>
public static class Validation
{
    /// <summary>
    /// The loss and its terms, with the names of <see cref="EpochResult.Validation"/>. They are averaged over the images as in training.
    /// The model runs in evaluation mode, without gradients, in batches of the training's size, in the order of the data set. Its draws
    /// come from a separate random stream that restarts each time; the default generator is restored afterwards. A value that is not finite
    /// is no error.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled between two batches.</exception>
    public static IReadOnlyList<TermValue> Measure(
        ExperimentRun run, ExperimentSettings settings, Tensor images, CancellationToken cancellationToken = default) =>
        [.. Evaluate(run, settings, images, cancellationToken).Select(
            value => value with { Name = EpochResult.ValidationPrefix + value.Name })];

    /// <summary>Computes the same as <see cref="Measure"/>, with the names of training.</summary>
    internal static IReadOnlyList<TermValue> Evaluate(
        ExperimentRun run, ExperimentSettings settings, Tensor images, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        var training = Generator.Default.get_state();
        run.Model.eval();
        try
        {
            manual_seed(unchecked((long)RandomStreams.Seed(settings.Seed, RandomStreams.Validation)));
            return Average(run, settings, images, cancellationToken);
        }
        finally
        {
            Generator.Default.set_state(training);
            run.Model.train();
        }
    }

    private static IReadOnlyList<TermValue> Average(
        ExperimentRun run, ExperimentSettings settings, Tensor images, CancellationToken cancellationToken)
    {
        var average = new EpochAverage();
        for (long start = 0; start < images.shape[0]; start += settings.BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var batchScope = NewDisposeScope();
            var batch = images.narrow(0, start, Math.Min(settings.BatchSize, images.shape[0] - start));
            average.Add(StepLoss.Read(run.Loss(batch)), batch.shape[0]);
        }

        return [.. average.ToResult(0, "").Values];
    }
}
