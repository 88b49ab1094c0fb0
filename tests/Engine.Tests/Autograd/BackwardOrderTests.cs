using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Autograd;

/// <summary>
/// The order in which gradients that meet at a tensor are added: of the operations the latest recorded first, of an operation's inputs the
/// first first (rule 4). Three that meet tell one order from another, as their sum rounds otherwise.
/// </summary>
public class BackwardOrderTests
{
    private static readonly float[] A = Samples.Numbers(64, 1);
    private static readonly float[] B = Samples.Numbers(64, 2);
    private static readonly float[] C = Samples.Numbers(64, 3);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OfOperationsTheLatestRecordedComesFirst(bool leaf)
    {
        using var scope = NewDisposeScope();
        var (x, shared) = Shared(leaf);
        var (a, b, c) = (shared * tensor(A), shared * tensor(B), shared * tensor(C));
        ((a + b) + c).sum().backward();
        Bits.Equal(Sum(C, B, A), x.grad!.Values(), "a, b, c");

        // In which order the results are used does not matter.
        (x, shared) = Shared(leaf);
        (a, b, c) = (shared * tensor(A), shared * tensor(B), shared * tensor(C));
        ((c + a) + b).sum().backward();
        Bits.Equal(Sum(C, B, A), x.grad!.Values(), "used in another order");
    }

    // An operation that is ready waits for one that was recorded later, even if that one is further from the root.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ALongerWayDoesNotChangeTheOrder(bool leaf)
    {
        using var scope = NewDisposeScope();
        var (x, shared) = Shared(leaf);
        var a = shared * tensor(A);
        var b = shared * tensor(B);
        var c = -(-(shared * tensor(C)));
        ((a + b) + c).sum().backward();
        Bits.Equal(Sum(C, B, A), x.grad!.Values(), "the latest is furthest");

        (x, shared) = Shared(leaf);
        a = shared * tensor(A);
        b = shared * tensor(B);
        c = shared * tensor(C);
        a = -(-(-(-a)));
        ((a + b) + c).sum().backward();
        Bits.Equal(Sum(C, B, A), x.grad!.Values(), "the earliest is furthest");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OfTheInputsOfAnOperationTheFirstComesFirst(bool leaf)
    {
        using var scope = NewDisposeScope();
        var (x, shared) = Shared(leaf);
        cat([shared, shared, shared]).backward([tensor([.. A, .. B, .. C])]);
        Bits.Equal(Sum(A, B, C), x.grad!.Values(), "three pieces");
    }

    // A pass adds to what an earlier one left, gradient by gradient: it does not sum its own first.
    [Fact]
    public void WhatAnEarlierPassLeftComesBeforeTheGradientsOfThisOne()
    {
        using var scope = NewDisposeScope();
        var x = ones(64, requires_grad: true);
        (x * tensor(C)).sum().backward();
        cat([x, x]).backward([tensor([.. A, .. B])]);
        Bits.Equal(Sum(C, A, B), x.grad!.Values(), "two passes");
    }

    [Fact]
    public void AResultThatIsAskedForKeepsWhatHasMetThere()
    {
        using var scope = NewDisposeScope();
        var (_, shared) = Shared(leaf: false);
        cat([shared, shared, shared]).backward([tensor([.. A, .. B, .. C])], inputs: [shared]);
        Bits.Equal(Sum(A, B, C), shared.grad!.Values(), "a result");
    }

    [Fact]
    public void OrdersRoundDifferently()
    {
        float[][] orders = [Sum(A, B, C), Sum(A, C, B), Sum(B, C, A)];
        Assert.All(orders, order => Assert.Single(orders, other => other.SequenceEqual(order)));
    }

    /// <summary>
    /// A tensor, and what several operations read: itself, or the result of an operation that passes gradients on as they are.
    /// </summary>
    private static (Tensor X, Tensor Shared) Shared(bool leaf)
    {
        var x = ones(64, requires_grad: true);
        return (x, leaf ? x : x + 0f);
    }

    private static float[] Sum(float[] first, float[] second, float[] third) =>
        [.. first.Select((number, i) => number + second[i] + third[i])];
}
