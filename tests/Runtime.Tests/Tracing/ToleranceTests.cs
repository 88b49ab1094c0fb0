using Repro.Runtime.Tracing;

namespace Repro.Runtime.Tests.Tracing;

/// <summary>Traces of an engine that rounds in its own way, computed from those of the exact engine.</summary>
public class ToleranceTests
{
    private static readonly Trace Exact = Traced.Run(() => new FaultyRun(), null, 1, 2);

    [Fact]
    public void RoundingIsWithinTheTolerance()
    {
        var other = Other((_, value) => value * (1 + 3e-7f));
        Assert.NotNull(TraceComparison.Compare(Exact, other));
        Assert.Null(TraceComparison.Compare(Exact, other, 1e-5));
        Assert.Null(TraceComparison.Compare(other, Exact, 1e-5));
    }

    [Fact]
    public void WhatIsFurtherApartIsNamed()
    {
        var other = Other((record, value) => record is { Phase: TracePhase.Forward, Layer: "activation" } ? value * 1.1f : value);
        var difference = TraceComparison.Compare(Exact, other, 1e-2)!;
        Assert.Equal((1, "layer", "activation"), (difference.Step, difference.First!.Operation, difference.First.Layer));
        Assert.InRange(difference.Error!.Value, 0.09, 0.11);
        var widest = difference.WidestElement()!;
        Assert.Equal(BitConverter.ToSingle(widest.First) * 1.1f, BitConverter.ToSingle(widest.Second));
        Assert.Null(TraceComparison.Compare(Exact, other, 0.2));
    }

    [Fact]
    public void OneValueOutOfPlaceIsEnough()
    {
        var other = Other((record, value) => record is { Phase: TracePhase.Batch } && value == FirstPixel() ? value + 3 : value);
        Assert.Equal(TracePhase.Batch, TraceComparison.Compare(Exact, other, 1e-2)!.First!.Phase);
    }

    [Fact]
    public void ASmallGradientIsMeasuredByTheLargest()
    {
        var largest = Exact.Steps[0].Records.Where(record => record.Phase == TracePhase.Gradients).Max(record => record.Result.Scale);
        Trace Noisy(float noise) => Other((record, value) =>
            record is { Phase: TracePhase.Gradients, Layer: "encoder", Of: "bias" } ? value + (noise * (float)largest) : value);
        Assert.Null(TraceComparison.Compare(Exact, Noisy(1e-6f), 1e-4));
        Assert.Equal("gradient", TraceComparison.Compare(Exact, Noisy(1), 1e-4)!.First!.Operation);
    }

    [Fact]
    public void NotANumberIsNoRounding()
    {
        var other = Other((record, value) => record is { Phase: TracePhase.Loss } ? float.NaN : value);
        Assert.Equal(double.PositiveInfinity, TraceComparison.Compare(Exact, other, 0.5)!.Error);
        Assert.Null(TraceComparison.Compare(other, other, 0.5));
    }

    private static float FirstPixel() => Value(Exact.Steps[0].Records.Single(record => record.Phase == TracePhase.Batch).Result.Firsts);

    private static float Value(string hex) => BitConverter.ToSingle(Convert.FromHexString(hex.AsSpan(0, 8)));

    /// <summary>The layers, losses, gradients and weights of the trace, with changed values.</summary>
    private static Trace Other(Func<TraceRecord, float, float> change) => new(
        Exact.Header with { Engine = "libtorch, TorchSharp 0.107.0" },
        [.. Exact.Steps.Select(step => step with { Records = [.. step.Records.Where(record => !record.IsEngine).Select(
            record => Changed(record, change))] })]);

    private static TraceRecord Changed(TraceRecord record, Func<TraceRecord, float, float> change)
    {
        var digest = record.Result;
        if (digest.Type != "float32")
        {
            return record;
        }

        var values = digest.Firsts.Chunk(8).Select(
            hex => (Was: Value(new string(hex)), Now: change(record, Value(new string(hex))))).ToArray();
        var isChanged = values.Any(value => !value.Was.Equals(value.Now));
        return record with
        {
            Result = digest with
            {
                Firsts = string.Concat(values.Select(value => Convert.ToHexStringLower(BitConverter.GetBytes(value.Now)))),
                Hashes = isChanged ? new string('0', digest.Hashes.Length) : digest.Hashes,
            },
        };
    }
}
