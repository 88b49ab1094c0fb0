using Repro.Engine.Tests.Reference;
using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Optim;

public class GradientNormTests
{
    [Fact]
    public void ClippingFollowsPyTorchs()
    {
        var entries = 0;
        foreach (var entry in ReferenceFile.Load("optim.json").GetProperty("entries").EnumerateArray().Where(
            e => e.TryGetProperty("clip_grad_norm", out _)))
        {
            using var scope = NewDisposeScope();
            Parameter[] parameters = [.. entry.GetProperty("before").EnumerateArray().Select(
                before => WithGradient([.. before.Numbers().Select(x => (float)x)], before.Shape()))];
            var norm = nn.utils.clip_grad_norm_(parameters, entry.GetProperty("clip_grad_norm").GetDouble());
            Assert.Equal(entry.GetProperty("norm").Numbers()[0], norm, 1e-6);
            foreach (var (parameter, after) in parameters.Zip(entry.GetProperty("after").EnumerateArray()))
            {
                Close.Equal(after.Numbers(), parameter.grad!.Values(), 1e-6, $"clipped to {entry.GetProperty("clip_grad_norm")}");
            }

            entries++;
        }

        Assert.Equal(2, entries);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 5.477225575051661)]
    [InlineData(double.PositiveInfinity, 4)]
    public void EachKindOfNormIsTakenOverAllParameters(double kind, double expected)
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = [WithGradient([1, -2], [2]), new(ones(3)), WithGradient([3, -4], [1, 2])];
        Assert.Equal(expected, nn.utils.clip_grad_norm_(parameters, 1, kind));
        Assert.Null(parameters[1].grad);
        Assert.Equal((float)(-4 * (1 / (expected + 1e-6))), parameters[2].grad!.Values()[1], 1e-6f);
    }

    [Fact]
    public void GradientsWithinTheLimitKeepTheirBits()
    {
        using var scope = NewDisposeScope();
        var parameter = WithGradient(Samples.Numbers(300, 1), [300]);
        nn.utils.clip_grad_norm_([parameter], 1e6);
        Bits.Equal(Samples.Numbers(300, 1), parameter.grad!.Values(), "gradient");
        Assert.Equal(0, nn.utils.clip_grad_norm_([], 1));
        Assert.Equal(0, nn.utils.clip_grad_norm_([WithGradient([0, 0], [2])], 1));
    }

    [Fact]
    public void LayoutAndThreadsChangeNoBit()
    {
        using var scope = NewDisposeScope();
        var expected = double.NaN;
        Threads.Each(threads =>
        {
            foreach (var turned in (ReadOnlySpan<bool>)[false, true])
            {
                var parameter = new Parameter(zeros(130, 500));
                var gradient = Samples.Tensor(1, 130, 500);
                parameter.grad = turned ? gradient.t().contiguous().t() : gradient;
                var norm = nn.utils.clip_grad_norm_([parameter], 1e9);
                expected = double.IsNaN(expected) ? norm : expected;
                Assert.Equal(expected, norm);
            }
        });
    }

    [Fact]
    public void WhatIsNotANumberShowsInEveryGradient()
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = [WithGradient([1], [1]), WithGradient([float.NaN], [1])];
        Assert.True(double.IsNaN(nn.utils.clip_grad_norm_(parameters, 1)));
        Assert.True(double.IsNaN(nn.utils.clip_grad_norm_(parameters, 1, double.PositiveInfinity)));
        Assert.All(parameters, parameter => Assert.True(float.IsNaN(parameter.grad!.Values()[0])));
    }

    [Fact]
    public void OtherNormsAndNegativeLimitsAreRefused()
    {
        Assert.Throws<NotSupportedException>(() => nn.utils.clip_grad_norm_([], 1, 3));
        Assert.Throws<ArgumentException>(() => nn.utils.clip_grad_norm_([], -1));
        Assert.Throws<ArgumentException>(() => nn.utils.clip_grad_norm_([], double.NaN));
    }

    private static Parameter WithGradient(float[] gradient, long[] shape) => new(zeros(shape)) { grad = tensor(gradient, shape) };
}
