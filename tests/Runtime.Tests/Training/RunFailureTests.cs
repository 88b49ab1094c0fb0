using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Training;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Training;

/// <summary>What the engine or a project's code throws within a run is one sentence with the moment and the layer.</summary>
public sealed class RunFailureTests
{
    // Six images in batches of four: the second step of an epoch has two.
    [Fact]
    public void AFailureInALayerNamesExperimentEpochStepAndLayer()
    {
        var message = Message(() => FailingIn("decoder", new ArgumentException("no batch of 2", "input")), epochs: 2);
        Assert.Equal("tiny: epoch 1, step 2 of 2: no batch of 2. It is in layer decoder.", message);
    }

    [Fact]
    public void AFailureOutsideOfTheLayersNamesTheStep()
    {
        var message = Message(
            () => new TinyRun { AtStep = (step, _, loss) => step == 3 ? throw new InvalidOperationException("Too late.") : loss });
        Assert.Equal("tiny: epoch 2, step 1 of 2: Too late.", message);
    }

    [Fact]
    public void AMistakeInAProjectsCodeNamesItsMethod()
    {
        var message = Message(() => new TinyRun { AtStep = (_, _, _) => throw new KeyNotFoundException("There is no key.") });
        Assert.StartsWith("tiny: epoch 1, step 1 of 2: KeyNotFoundException in ", message, StringComparison.Ordinal);
        Assert.EndsWith("There is no key.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AModelThatCannotBeBuiltIsNamed() => Assert.Equal(
        "tiny: its model cannot be built: no layers.", Message(() => throw new ArgumentException("no layers")));

    [Fact]
    public void AStopAndAFailureWithAMessageStayWhatTheyAre()
    {
        Assert.IsType<OperationCanceledException>(
            Failure(() => new TinyRun { AtStep = (_, _, _) => throw new OperationCanceledException() }, epochs: 1));
        Assert.Equal("Mine.", Message(() => new TinyRun { AtStep = (_, _, _) => throw new ReproException("Mine.") }));
    }

    [Fact]
    public void AMemoryThatIsTooSmallHasARemedy() => Assert.Contains(
        "Lower 'batch'", Message(
            () => new TinyRun { AtStep = (_, _, _) => throw new InsufficientMemoryException() }), StringComparison.Ordinal);

    [Fact]
    public void ASmallerLastBatchIsTriedBeforeTraining()
    {
        using var data = Tiny.Data();
        var experiment = new Experiment(Tiny.Settings, () => FailingIn("norm", new ArgumentException("no batch of 2")));
        Assert.Equal(
            "tiny: 6 images come in batches of 4, so the last batch of an epoch has 2. The model cannot be trained on it; change "
            + "'batch', 'take' "
                + "or 'validation': no batch of 2. It is in layer norm.",
            Assert.Throws<ReproException>(() => LastBatch.Check(experiment, data)).Message);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(3)]
    [InlineData(8)]
    public void BatchesOfOneSizeAreNotTried(int size)
    {
        using var data = Tiny.Data();
        LastBatch.Check(new Experiment(Tiny.Settings with { BatchSize = size }, () => throw new ArgumentException("built")), data);
    }

    [Fact]
    public void TryingChangesNoBitOfTheTraining()
    {
        using var data = Tiny.Data();
        var plain = Trainer.Train(Tiny.Experiment, data, new Observer(), CancellationToken.None);
        LastBatch.Check(Tiny.Experiment, data);
        var tried = Trainer.Train(Tiny.Experiment, data, new Observer(), CancellationToken.None);
        Assert.Equal(plain.Epochs[^1].RunningHash, tried.Epochs[^1].RunningHash);
    }

    private static string Message(Func<ExperimentRun> start, int epochs = 4) =>
        Assert.IsType<ReproException>(Failure(start, epochs)).Message;

    private static Exception? Failure(Func<ExperimentRun> start, int epochs)
    {
        using var data = Tiny.Data();
        var experiment = new Experiment(Tiny.Settings with { Epochs = epochs, Captures = [] }, start);
        return Record.Exception(() => Trainer.Train(experiment, data, new Observer(), CancellationToken.None));
    }

    /// <summary>A run with a layer that takes no batch of two.</summary>
    private static TinyRun FailingIn(string layer, Exception failure)
    {
        var run = new TinyRun();
        var module = (nn.Module<Tensor, Tensor>)run.Model.named_children().Single(child => child.name == layer).module;
        module.register_forward_hook((_, input, _) => input.shape[0] == 2 ? throw failure : null!);
        return run;
    }
}
