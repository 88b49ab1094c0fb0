using System.Globalization;
using System.Text;
using Repro.Generators.Tests.Emit;
using Repro.Runtime.Captures;
using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;
using static TorchSharp.torch;

namespace Repro.Generators.Tests.Exactness;

/// <summary>Every optimizer, schedule, loss, weight and kind, trained to recorded bits.</summary>
[Collection(nameof(DefaultGenerator))]
public class TrainedTests
{
    [Fact]
    public async Task EveryTrainingGivesTheRecordedBits()
    {
        var text = new StringBuilder();
        foreach (var experiment in Running.Catalog(SnapshotTests.Yaml("training")))
        {
            using var generator = new Generator(7);
            using var images = rand(6, 3, 8, 8, generator: generator);
            using var data = new DataSet(images, "");
            var result = Trainer.Train(experiment, data, new Nobody(), CancellationToken.None);
            text.Append(CultureInfo.InvariantCulture, $"{experiment.Name}\n");
            foreach (var epoch in result.Epochs)
            {
                var terms = string.Concat(epoch.Terms.Select(term => $", {term.Name} {FloatText.Decimal(term.Value)}"));
                text.Append(CultureInfo.InvariantCulture, $"  epoch {epoch.Epoch}: learning rate {epoch.LearningRate}, loss "
                    + $"{FloatText.Decimal(epoch.Loss)}{terms}, steps {epoch.RunningHash}\n");
            }

            foreach (var capture in result.Captures)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {capture.Kind} {capture.Picture.Hash[..16]}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"  weights {WeightsHash.Compute(result.Weights)[..16]}\n");
        }

        await Verifier.Verify(text.ToString()).UseDirectory("Snapshots").UseFileName("trained");
    }

    private sealed class Nobody : ITrainingObserver
    {
        public void EpochEnded(EpochResult epoch)
        {
        }

        public void Captured(Capture capture)
        {
        }
    }
}
