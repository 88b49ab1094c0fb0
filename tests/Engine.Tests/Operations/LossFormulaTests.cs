using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Repro.Engine.Tests.Operations;

/// <summary>
/// The contract's formulas of losses in the plainest form, bit for bit: what is rounded where, and summed in which order.
/// </summary>
public class LossFormulaTests
{
    private const int Count = 257;
    private static readonly float[] Logits = Samples.Numbers(Count, 1);
    private static readonly float[] Shares = [.. Enumerable.Range(0, Count).Select(i => i / 256f)];
    private static readonly float[] Targets = [.. Shares.Select(share => (share * 0.9f) + 0.05f).Reverse()];

    [Fact]
    public void BinaryCrossEntropyRoundsEveryOperation()
    {
        using var scope = NewDisposeScope();
        static float Bounded(float logarithm) => MathF.Max(logarithm, -100);
        var x = tensor(Shares, requires_grad: true);
        var y = F.binary_cross_entropy(x, tensor(Targets), reduction: nn.Reduction.None);
        y.backward([ones(Count)]);
        Bits.Equal(
            [.. Shares.Zip(Targets, (s, t) => ((t - 1) * Bounded(default(EveryLane<Log1p>).Invoke(-s))) - (
                t * Bounded(default(EveryLane<Log>).Invoke(s))))], y.Values(), "loss");
        Bits.Equal([.. Shares.Zip(Targets, (s, t) => (s - t) / MathF.Max((1 - s) * s, 1e-12f))], x.grad!.Values(), "gradient");
    }

    [Fact]
    public void BinaryCrossEntropyOfLogitsRoundsEveryOperation()
    {
        using var scope = NewDisposeScope();
        var soft = Array.ConvertAll(Logits, x => new EveryLane<Softplus>(new Softplus(1, float.PositiveInfinity)).Invoke(-x));
        float[] weighted = [.. Targets.Select((t, i) => ((1 - t) * Logits[i]) + (((t * (1.7f - 1)) + 1) * soft[i]))];
        Bits.Equal(
            weighted,
            F.binary_cross_entropy_with_logits(
                tensor(Logits), tensor(Targets), reduction: nn.Reduction.None, pos_weights: tensor(1.7f)).Values(),
            "weighted");
        float[] plain = [.. Targets.Select((t, i) => ((1 - t) * Logits[i]) + soft[i])];
        Bits.Equal(Naive.Sum(plain) / Count, F.binary_cross_entropy_with_logits(tensor(Logits), tensor(Targets)).item<float>(), "mean");
    }

    [Fact]
    public void CrossEntropyIsSummedAndDividedByTheSummedWeights()
    {
        const int Rows = 37, Classes = 9;
        using var scope = NewDisposeScope();
        var logits = Samples.Tensor(2, Rows, Classes);
        var weights = Samples.Tensor(3, Classes).abs().Values();
        long[] classes = [.. Enumerable.Range(0, Rows).Select(row => (long)(row * 5 % Classes))];
        var rows = logits.log_softmax(1).Values().Chunk(Classes).ToArray();
        var total = Naive.Sum([.. classes.Select(c => weights[c])]);
        var likelihood = Naive.Sum([.. rows.Select((row, i) => -(row[classes[i]] * weights[classes[i]]))]) / total;
        Bits.Equal(likelihood, F.cross_entropy(logits, tensor(classes), tensor(weights)).item<float>(), "weighted");
        var all = Naive.Sum([.. rows.Select(row => -Naive.Sum([.. row.Select((l, c) => l * weights[c])]))]) / total;
        Bits.Equal(
            (likelihood * (float)(1 - 0.15)) + (all * (float)(0.15 / Classes)),
            F.cross_entropy(logits, tensor(classes), tensor(weights), label_smoothing: 0.15).item<float>(),
            "smoothed");
    }

    [Fact]
    public void DivergenceRoundsEveryOperation()
    {
        using var scope = NewDisposeScope();
        var (x, t) = (tensor(Logits), tensor(Targets));
        Bits.Equal(
            [.. Targets.Select((v, i) => (v * default(EveryLane<Log>).Invoke(v)) - (v * Logits[i]))], F.kl_div(
                x, t, false, nn.Reduction.None).Values(), "of probabilities");
        Bits.Equal(
            [.. Targets.Select((v, i) => default(EveryLane<Exp>).Invoke(v) * (v - Logits[i]))], F.kl_div(
                x, t, true, nn.Reduction.None).Values(), "of logarithms");
    }

    [Theory]
    [InlineData(0.7f)]
    [InlineData(3f)]
    public void HuberAndSmoothL1BendAtTheSamePlace(float bend)
    {
        using var scope = NewDisposeScope();
        float Bent(float d) => MathF.Abs(d) < bend ? 0.5f * d * d : bend * (MathF.Abs(d) - (0.5f * bend));
        float[] differences = [.. Logits.Zip(Targets, (x, t) => x - t)];
        Bits.Equal(
            Array.ConvertAll(differences, Bent), F.huber_loss(tensor(Logits), tensor(Targets), bend, nn.Reduction.None).Values(), "huber");
        Bits.Equal(
            Array.ConvertAll(differences, d => 1 / bend * Bent(d)), F.smooth_l1_loss(
                tensor(Logits), tensor(Targets), nn.Reduction.None, bend).Values(), "smooth l1");
    }
}
