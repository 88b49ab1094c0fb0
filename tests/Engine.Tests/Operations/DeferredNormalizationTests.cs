using Repro.Engine.Operations;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Repro.Engine.Tests.Operations;

/// <summary>A normalized tensor is computed when it is first read, or never, and nobody can tell.</summary>
public class DeferredNormalizationTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.2)]
    public void ReadingTheNormalizedValuesFirstChangesNoBit(double slope)
    {
        var together = Train(slope, static _ => { });
        var apart = Train(slope, static normalized => normalized.data<float>().ToArray());
        Assert.Equal(together.Length, apart.Length);
        for (var i = 0; i < together.Length; i++)
        {
            Bits.Equal(apart[i], together[i], $"result {i}");
        }
    }

    [Fact]
    public void ARectifierDoesNotComputeTheNormalizedValues()
    {
        using var scope = NewDisposeScope();
        var normalized = Normalize(randn(2, 3, 4, 4), null);
        F.relu(normalized).data<float>().ToArray();
        Assert.IsType<DeferredNormalization>(normalized.Storage.Deferred);
        normalized.data<float>().ToArray();
        Assert.Null(normalized.Storage.Deferred);
    }

    [Fact]
    public void WhatItWasMadeFromMayChangeBeforeItIsRead()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var (x, bias, mean) = (randn(2, 3, 4, 4), randn(3), zeros(3));
        var variance = ones(3);
        var expected = F.batch_norm(x.clone(), mean.clone(), variance.clone(), null, bias.clone()).data<float>().ToArray();
        var normalized = F.batch_norm(x, mean, variance, null, bias);
        x.add_(1);
        bias.add_(1);
        mean.add_(1);
        variance.add_(1);
        Bits.Equal(expected, normalized.data<float>().ToArray(), "normalized");
    }

    [Fact]
    public void AViewOfPartOfItIsRectifiedAlone()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var x = randn(2, 3, 4, 4);
        var expected = F.relu(Normalize(x, null)).narrow(0, 1, 1).contiguous().data<float>().ToArray();
        Bits.Equal(expected, F.relu(Normalize(x, null).narrow(0, 1, 1)).contiguous().data<float>().ToArray(), "second image");
    }

    [Fact]
    public void ASecondReaderOfTheNormalizedValuesGetsItsGradientToo()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var x = randn(2, 3, 4, 4).requires_grad_();
        var weights = randn(2, 3, 4, 4);
        var normalized = Normalize(x, null);
        ((F.relu(normalized) * weights).sum() + (normalized * normalized).sum()).backward();
        var both = x.grad!.data<float>().ToArray();

        var copy = x.detach().clone().requires_grad_();
        var read = Normalize(copy, null);
        read.data<float>().ToArray();
        ((F.relu(read) * weights).sum() + (read * read).sum()).backward();
        Bits.Equal(copy.grad!.data<float>().ToArray(), both, "gradient");
    }

    [Fact]
    public void TheGradientOfALeafInFrontOfARectifierIsComputed()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { -1, 2, -3, 4 }).requires_grad_();
        F.leaky_relu(x, 0.5).sum().backward();
        Assert.Null(x.Gradient!.Storage.Deferred);
        Assert.Equal([0.5f, 1, 0.5f, 1], x.grad!.data<float>().ToArray());
    }

    private static Tensor Normalize(Tensor x, Tensor? bias) => F.batch_norm(x, null, null, null, bias, training: true);

    private static float[][] Train(double slope, Action<Tensor> between)
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        using var convolution = nn.Conv2d(3, 20, 3, padding: 1);
        using var norm = nn.BatchNorm2d(20);
        var x = randn(5, 3, 9, 7).requires_grad_();
        var normalized = norm.call(convolution.call(x));
        between(normalized);
        var rectified = slope == 0 ? F.relu(normalized) : F.leaky_relu(normalized, slope);
        (rectified * randn_like(rectified)).sum().backward();
        return [.. new[] { rectified, x.grad!, convolution.weight.grad!, norm.weight!.grad!, norm.bias!.grad! }.Select(
            tensor => tensor.data<float>().ToArray())];
    }
}
