using Repro.Runtime.Files;
using Repro.Runtime.Imaging;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;
using static TorchSharp.torch;

namespace Repro.Runtime.Metrics;

/// <summary>The network of an experiment with the weights of a run, in evaluation mode.</summary>
internal sealed class TrainedModel : IImageModel, IDisposable
{
    private const int BatchSize = 64;

    private readonly ExperimentRun run;
    private readonly ExperimentSettings settings;

    private TrainedModel(ExperimentRun run, ExperimentSettings settings) => (this.run, this.settings) = (run, settings);

    /// <summary>Builds the network. Its initial weights are drawn from the default generator, which is then restored.</summary>
    /// <exception cref="InvalidDataException">The weights are those of another network.</exception>
    public static TrainedModel Load(Experiment experiment, IReadOnlyList<WeightTensor> weights, int epoch)
    {
        var state = Generator.Default.get_state();
        var run = experiment.Start();
        try
        {
            ModelWeights.Write(run.Model, weights);
            run.Epoch = epoch;
            run.Model.eval();
            return new TrainedModel(run, experiment.Settings);
        }
        catch
        {
            run.Dispose();
            throw;
        }
        finally
        {
            Generator.Default.set_state(state);
        }
    }

    /// <summary>Builds the network with the weights in a file of a run.</summary>
    /// <exception cref="ReproException">The file cannot be read, or its weights are those of another network.</exception>
    public static TrainedModel Open(Experiment experiment, string path, int epoch)
    {
        try
        {
            return Load(experiment, SafetensorsReader.Read(RegularFile.ReadAllBytes(path)), epoch);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ReproException(
                $"The weights of {experiment.Name} in '{path}' cannot be read: {e.Message} Run the experiment again.", e);
        }
    }

    public double[][] Encode(Tensor images) => [.. InBatches(images, batch => Vectors(run.Encode(batch))).SelectMany(vectors => vectors)];

    public PixelImages Decode(double[][] latent)
    {
        ArgumentNullException.ThrowIfNull(latent);
        using var values = tensor(latent.SelectMany(vector => vector).Select(value => (float)value).ToArray());
        using var rows = values.reshape(latent.Length, -1);
        return PixelImages.Join(InBatches(rows, batch => PixelImages.Of(run.Decode(batch))));
    }

    public double[][] DrawPrior(int count, Generator generator)
    {
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        return Vectors(run.DrawPrior(count, settings.LatentDimension, generator));
    }

    /// <summary>The loss of the images in evaluation mode, and its terms; see <see cref="Validation"/>.</summary>
    public IReadOnlyList<TermValue> Loss(Tensor images)
    {
        var loss = Validation.Evaluate(run, settings, images);
        run.Model.eval();
        return loss;
    }

    public void Dispose() => run.Dispose();

    private static List<T> InBatches<T>(Tensor samples, Func<Tensor, T> read)
    {
        using var withoutGradients = no_grad();
        var results = new List<T>();
        for (long start = 0; start < samples.shape[0]; start += BatchSize)
        {
            using var scope = NewDisposeScope();
            results.Add(read(samples.narrow(0, start, Math.Min(BatchSize, samples.shape[0] - start))));
        }

        return results;
    }

    private static double[][] Vectors(Tensor latent)
    {
        var values = latent.contiguous().data<float>().ToArray();
        var size = (int)(values.Length / latent.shape[0]);
        return [.. Enumerable.Range(0, (int)latent.shape[0]).Select(
            i => Array.ConvertAll(values[(i * size)..((i + 1) * size)], value => (double)value))];
    }
}
