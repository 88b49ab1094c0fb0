using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Tracing;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;
using TorchSharp;

namespace Repro.Runtime.Tests.Tracing;

public class TracerTests
{
    [ExactFact]
    public void TracingDoesNotChangeTheTraining()
    {
        using var data = Tiny.Data();
        var experiment = Tiny.Create(Tiny.Settings);
        var plain = Trainer.Train(experiment, data, new Observer(), CancellationToken.None);
        using var tracer = new StepTracer([1, 2, 5, 8], new TracedValues(All: true), () => { });
        var traced = Trainer.Train(experiment, data, new Observer(), tracer, CancellationToken.None);
        Assert.Equal(plain.Epochs.Select(epoch => epoch.RunningHash), traced.Epochs.Select(epoch => epoch.RunningHash));
        Assert.Equal(WeightsHash.Compute(plain.Weights), WeightsHash.Compute(traced.Weights));
        Assert.Equal([1, 2, 5, 8], tracer.Steps.Select(step => step.Step));
        Assert.Equal([1, 1, 3, 4], tracer.Steps.Select(step => step.Epoch));
    }

    [ExactFact]
    public void TheNumberOfThreadsChangesNoByte()
    {
        var before = torch.get_num_threads();
        try
        {
            torch.set_num_threads(1);
            var one = Traced.Bytes(Traced.Run());
            torch.set_num_threads(3);
            Assert.Equal(one, Traced.Bytes(Traced.Run()));
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    [ExactFact]
    public void RecordsEveryPartOfAStepInOrder()
    {
        var step = Traced.Run(() => new FaultyRun { Clip = 1e-3 }, null, 2).Steps.Single();
        Assert.Equal(Enum.GetValues<TracePhase>(), step.Records.Select(record => record.Phase).Distinct());
        string[] Of(TracePhase phase) =>
            [.. step.Records.Where(record => record.Phase == phase).Select(record => $"{record.Operation} {record.Layer} {record.Of}")];
        string[] weights = ["encoder weight", "encoder bias", "decoder weight", "decoder bias"];
        Assert.Equal(weights.Select(name => $"weight {name}"), Of(TracePhase.Weights));
        Assert.Equal(
            [
                "linear encoder result", "layer encoder output", "leaky_relu activation result", "layer activation output",
                "linear decoder result", "layer decoder output", "mse_loss  result", "div  result",
            ],
            Of(TracePhase.Forward).Where(
                line => !line.StartsWith("sub", StringComparison.Ordinal) && !line.StartsWith("sum", StringComparison.Ordinal)));
        Assert.Equal(["loss  squared_error", "loss  loss"], Of(TracePhase.Loss));
        Assert.Equal(
            [
                "linear decoder gradient of input 1", "linear decoder gradient of input 2", "linear decoder gradient of input 3",
                "leaky_relu activation gradient of input 1", "linear encoder gradient of input 2", "linear encoder gradient of input 3",
                "layer decoder gradient of its output", "layer decoder gradient of its input", "layer activation gradient of its input",
            ],
            Of(TracePhase.Backward).Where(
                line => line.Contains("coder", StringComparison.Ordinal) || line.Contains("activation", StringComparison.Ordinal)));
        Assert.Equal(weights.Select(name => $"gradient {name}"), Of(TracePhase.Gradients));
        Assert.Equal(weights.Select(name => $"clipping {name}"), Of(TracePhase.Clipping));
        Assert.Equal(weights.Select(name => $"optimizer {name}"), Of(TracePhase.Update));
    }

    [Fact]
    public void TheHeaderSaysWhatItIsOf()
    {
        using var data = Tiny.Data();
        var header = Traced.Run(() => new FaultyRun(), null, 3, 4).Header;
        Assert.Equal(
            ("tiny", Samples.HashA, data.Hash, EngineIdentity.Current, 3, 4),
            (header.Experiment, header.Spec, header.Data, header.Engine, header.Seed, header.Epochs));
        Assert.Equal(
            [
                "activation: architectures.faulty.encoder.2.leaky_relu",
                "decoder: architectures.faulty.decoder.1.linear",
                "encoder: architectures.faulty.encoder.1.linear",
                "loss: experiments.faulty.loss",
                "optimizer: experiments.faulty.optimizer",
            ],
            header.Places.Select(place => $"{place.Key}: {place.Value}"));
    }

    [Fact]
    public void TrainsNoFurtherThanItMust()
    {
        using var data = Tiny.Data();
        var observer = new Observer();
        Tracer.Run(Tiny.Experiment, data, [1, 3], TracedValues.Firsts, observer, CancellationToken.None);
        Assert.Equal(["epoch 1"], observer.Told);
    }

    [ExactFact]
    public void ValidationIsNotRecorded()
    {
        using var plain = Tiny.Data();
        using var validated = DataSet.Of(Tiny.Stack(Enumerable.Range(0, 6)), Tiny.Stack([6, 7]));
        var (one, _) = Tracer.Run(Tiny.Experiment, plain, [2, 3], TracedValues.Firsts, new Observer(), CancellationToken.None);
        var (other, _) = Tracer.Run(Tiny.Experiment, validated, [2, 3], TracedValues.Firsts, new Observer(), CancellationToken.None);
        Assert.Null(TraceComparison.Compare(one, other));
        Assert.Equal(one.Steps.Select(step => step.Records.Count), other.Steps.Select(step => step.Records.Count));
    }

    [Fact]
    public void ARunThatFailsIsTracedAsFarAsItCame()
    {
        using var data = Tiny.Data();
        var experiment = new Experiment(
            Tiny.Settings,
            () => new TinyRun { AtStep = (step, _, loss) => step < 2 ? loss : loss with { Total = loss.Total * float.NaN } });
        var (trace, failure) = Tracer.Run(experiment, data, [1, 2, 3], TracedValues.Firsts, new Observer(), CancellationToken.None);
        Assert.Contains("loss is not a number", failure!.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2], trace.Steps.Select(step => step.Step));
        Assert.Equal(TracePhase.Loss, trace.Steps[1].Records[^1].Phase);
        Assert.Equal("0000c07f", trace.Steps[1].Records[^1].Result.Firsts);
        Assert.Equal(Traced.Bytes(trace), Traced.Bytes(TraceReader.Parse(Traced.Bytes(trace), "x")));
    }

    [Fact]
    public void StepsThatTheRunDoesNotHaveAreRefused()
    {
        var refusal = Assert.Throws<ReproException>(() => Traced.Run(null, null, 1, 9));
        Assert.Equal("tiny has no step 9: its 4 epochs of 2 steps end with step 8.", refusal.Message);
    }

    [Fact]
    public void AStoppedRunIsNoTrace()
    {
        using var data = Tiny.Data();
        using var stop = new CancellationTokenSource();
        var observer = new Observer { AtEpoch = _ => stop.Cancel() };
        Assert.ThrowsAny<OperationCanceledException>(
            () => Tracer.Run(Tiny.Experiment, data, [1, 8], TracedValues.Firsts, observer, stop.Token));
    }
}
