using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Tracing;

namespace Repro.Runtime.Tests.Tracing;

/// <summary>A fault is injected, and the comparison names that fault and nothing else.</summary>
public class FaultInjectionTests
{
    [ExactFact]
    public void WithoutAFaultNothingDiffers() => Assert.Null(Compare(() => new FaultyRun()).Difference);

    [ExactTheory]
    [InlineData(1, 0)]
    [InlineData(2, 13)]
    [InlineData(3, 767)]
    public void ABitOfALayersOutputIsNamedWithItsElement(int step, int index)
    {
        var (difference, _, _) = Compare(() => new FaultyRun { FlipOutput = (step, index) }, new TracedValues(All: true));
        Assert.Equal(
            (step, "layer", "decoder", "output"),
            (difference!.Step, difference.First!.Operation, difference.First.Layer, difference.First.Of));
        Assert.Empty(difference.DifferentInputs);
        var element = difference.FirstElement()!;
        Assert.Equal([index / 192, index % 192], element.Index);
        Assert.Equal(1, element.Ulps);
        Assert.NotEqual(element.FirstText, element.SecondText);
    }

    [ExactFact]
    public void ASecondTraceOfTheBlockFindsTheElementThatTheFirstDoesNotHold()
    {
        static FaultyRun Faulty() => new() { FlipOutput = (3, 484) };
        var (difference, _, _) = Compare(Faulty);
        Assert.Equal((38, 13), (difference!.Block!.Value, difference.First!.Result.BlockSize));
        Assert.Null(difference.FirstElement());

        var (second, plain, _) = Compare(Faulty, new TracedValues(false, difference.Number, difference.Block.Value));
        Assert.Equal([2, 100], second!.FirstElement()!.Index);
        Assert.Equal(1, second.FirstElement()!.Ulps);
        Assert.Equal(3, plain.Steps.Sum(step => step.Records.Count(record => record.Result.Stored is not null)));
    }

    [ExactTheory]
    [InlineData(0)]
    [InlineData(20)]
    public void AChangeThatNoOperationMadeIsSeenInTheInputsOfTheNext(int bit)
    {
        // Weight 10 connects output 2 to input 2.
        var (difference, _, _) = Compare(() => new FaultyRun { FlipWeight = (3, 10), WeightBit = bit }, new TracedValues(All: true));
        Assert.Equal(
            (3, "linear", "decoder", "result"),
            (difference!.Step, difference.First!.Operation, difference.First.Layer, difference.First.Of));
        Assert.Equal([2], difference.DifferentInputs);
        // The last bit is rounded away.
        Assert.Equal(bit == 0 ? null : 2L, difference.FirstElement()?.Index[1]);
    }

    [ExactFact]
    public void ItIsSeenInTheWeightsWhenItsStepIsNotTraced()
    {
        var (first, second) = (
            Traced.Run(() => new FaultyRun(), null, 4), Traced.Run(() => new FaultyRun { FlipWeight = (3, 10) }, null, 4));
        var difference = TraceComparison.Compare(first, second)!;
        Assert.Equal(
            (4, TracePhase.Weights, "decoder", "weight"),
            (difference.Step, difference.First!.Phase, difference.First.Layer, difference.First.Of));
    }

    [ExactFact]
    public void AnotherSlopeIsNamedWithItsLayer()
    {
        var (difference, _, _) = Compare(() => new FaultyRun(slope: 0.3), new TracedValues(All: true));
        Assert.Equal((1, "leaky_relu", "activation"), (difference!.Step, difference.First!.Operation, difference.First.Layer));
        Assert.Empty(difference.DifferentInputs);
        var element = difference.FirstElement()!;
        var (was, now) = (BitConverter.ToSingle(element.First), BitConverter.ToSingle(element.Second));
        Assert.True(was < 0, "only negative values are multiplied by the slope");
        Assert.Equal(was / 0.2f * 0.3f, now, 1e-6f);
    }

    [ExactFact]
    public void AnotherEpsilonIsNamedAsTheOptimizers()
    {
        var (difference, _, _) = Compare(() => new FaultyRun(epsilon: 1e-3));
        Assert.Equal(
            (1, TracePhase.Update, "optimizer", "encoder", "weight"),
            (difference!.Step, difference.First!.Phase, difference.First.Operation, difference.First.Layer, difference.First.Of));
        Assert.Empty(difference.DifferentInputs);
    }

    [ExactFact]
    public void AnotherNormIsNamedAsTheClipping()
    {
        var (first, second) = (Traced.Run(() => new FaultyRun { Clip = 1 }), Traced.Run(() => new FaultyRun { Clip = 2 }));
        var difference = TraceComparison.Compare(first, second)!;
        Assert.Equal((1, TracePhase.Clipping), (difference.Step, difference.First!.Phase));
        Assert.Empty(difference.DifferentInputs);
    }

    [ExactFact]
    public void AnotherOperationIsNamedBesideTheOneThatWasExpected()
    {
        var (difference, _, _) = Compare(() => new FaultyRun { DoubleLoss = 2 });
        Assert.False(difference!.IsOfSameOperation);
        Assert.Equal((2, "loss", "mul"), (difference.Step, difference.First!.Operation, difference.Second!.Operation));
    }

    [ExactFact]
    public void OtherInitialWeightsAreNamedFirst()
    {
        using var data = Tiny.Data();
        var (other, _) = Tracer.Run(
            new Experiment(
                Tiny.Settings with { Seed = 4 },
                () => new FaultyRun()), data, [1], TracedValues.Firsts, new Observer(), CancellationToken.None);
        var difference = TraceComparison.Compare(Traced.Run(() => new FaultyRun(), null, 1), other)!;
        Assert.Equal((1, 1, TracePhase.Weights), (difference.Step, difference.Number, difference.First!.Phase));
    }

    private static (TraceDifference? Difference, Trace First, Trace Second) Compare(Func<ExperimentRun> faulty, TracedValues? values = null)
    {
        var (first, second) = (Traced.Run(() => new FaultyRun(), values), Traced.Run(faulty, values));
        return (TraceComparison.Compare(first, second), first, second);
    }
}
