using Repro.Runtime.Randomness;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Training;

public class ValidationTests
{
    [Fact]
    public void ItIsTheLossInEvaluationModeAveragedOverTheImages()
    {
        using var images = Tiny.Stack([6, 7, 8, 9, 10]).ToTensor();
        manual_seed(1);
        using var run = new TinyRun();
        run.Model.train();
        var measured = Validation.Measure(run, Tiny.Settings, images);

        run.Model.eval();
        manual_seed((long)RandomStreams.Seed(Tiny.Settings.Seed, RandomStreams.Validation));
        var (first, last) = (run.Loss(images.narrow(0, 0, 4)), run.Loss(images.narrow(0, 4, 1)));
        Assert.Equal((float)(((4.0 * first.Total.item<float>()) + last.Total.item<float>()) / 5), measured[0].Value);
        Assert.Equal(["validation loss", "validation squared_error", "validation penalty"], measured.Select(value => value.Name));
    }

    [Fact]
    public void ItLeavesTheModelAndTheDefaultGeneratorAsTheyWere()
    {
        using var images = Tiny.Stack([6, 7, 8]).ToTensor();
        manual_seed(1);
        using var run = new TinyRun();
        run.Model.train();
        var before = ModelWeights.Read(run.Model);
        var undisturbed = State();
        var first = Validation.Measure(run, Tiny.Settings, images);
        Assert.Equal(undisturbed, State());
        Assert.True(run.Model.training);
        Assert.Equal(WeightsHash.Compute(before), WeightsHash.Compute(ModelWeights.Read(run.Model)));

        // Draws from the default generator in between do not change the next measurement.
        randn(17, 1).Dispose();
        Assert.Equal(first, Validation.Measure(run, Tiny.Settings, images));

        static byte[] State() => Generator.Default.get_state().data<byte>().ToArray();
    }

    [Fact]
    public void AValueThatIsNotFiniteIsAResult()
    {
        using var images = Tiny.Stack([6]).ToTensor();
        using var run = new TinyRun { AtStep = (_, _, loss) => loss with { Total = loss.Total * float.PositiveInfinity } };
        Assert.Equal(float.PositiveInfinity, Validation.Measure(run, Tiny.Settings, images)[0].Value);
    }

    [Fact]
    public void AFailureLeavesTheModelInTrainingMode()
    {
        using var images = Tiny.Stack([6]).ToTensor();
        using var run = new TinyRun { AtStep = (_, _, _) => throw new InvalidOperationException("broken") };
        Assert.Throws<InvalidOperationException>(() => Validation.Measure(run, Tiny.Settings, images));
        Assert.True(run.Model.training);
    }
}
