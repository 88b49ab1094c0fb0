using Repro.Runtime.Randomness;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Computes the loss of a model in training on images that it is not trained on, without changing the training.</summary>
public static class Validation
{
    /// <summary>
    /// The loss and its terms, averaged over the images as those of training are, by the names that <see cref="EpochResult.Validation"/>
    /// has: in evaluation mode, without gradients, in batches of the training's size, in the order of the data set. What the model draws
    /// comes from a stream of its own that starts anew each time; the default generator goes on as if nothing had been drawn. A value
    /// that is not finite is a result like any other.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled between two batches.</exception>
    public static IReadOnlyList<TermValue> Measure(
        ExperimentRun run, ExperimentSettings settings, Tensor images, CancellationToken cancellationToken = default) =>
        [.. Evaluate(run, settings, images, cancellationToken).Select(value => value with { Name = EpochResult.ValidationPrefix + value.Name })];

    /// <summary>What <see cref="Measure"/> computes, by the names that training has.</summary>
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

    private static IReadOnlyList<TermValue> Average(ExperimentRun run, ExperimentSettings settings, Tensor images, CancellationToken cancellationToken)
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
