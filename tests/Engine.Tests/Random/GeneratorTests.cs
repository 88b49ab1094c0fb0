using Repro.Engine.Random;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Random;

public class GeneratorTests
{
    // The sequence of mt19937 from seed 5489: the C++ standard gives its 10000th number.
    [Fact]
    public void TheTenThousandthNumberIsTheStandards()
    {
        var twister = new MersenneTwister(5489);
        var last = 0u;
        for (var i = 0; i < 10_000; i++)
        {
            last = twister.Next();
        }

        Assert.Equal(4123659995u, last);
    }

    [Fact]
    public void StatesComeBackWithTheSpareNormal()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        randn(3, generator: generator);
        var state = generator.get_state();
        var expected = Draw(generator);
        using var other = new Generator(6);
        other.set_state(state);
        Bits.Equal(expected, Draw(other), "numbers");
        Assert.Equal(5, other.initial_seed());
    }

    [Fact]
    public void TheStateOfTheDefaultGeneratorComesBack()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        randn(1);
        var state = get_rng_state();
        var expected = randn(3).Values();
        manual_seed(4);
        set_rng_state(state);
        Bits.Equal(expected, randn(3).Values(), "numbers");
    }

    [Fact]
    public void WhatIsNoStateIsRefusedAndChangesNothing()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var state = generator.get_state();
        var tooShort = state.narrow(0, 0, 10);
        Assert.Contains(
            "of shape [10] is no state", Assert.Throws<ArgumentException>(() => generator.set_state(tooShort)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => generator.set_state(zeros(state.numel())));
        var damaged = state.clone();
        damaged[8] = full_like(damaged[8], 255);
        damaged[9] = full_like(damaged[9], 255);
        Assert.Contains(
            "outside its 624 words", Assert.Throws<ArgumentException>(() => generator.set_state(damaged)).Message,
            StringComparison.Ordinal);
        Bits.Equal(Draw(new Generator(5)), Draw(generator), "numbers");
    }

    [Fact]
    public void ASeedOfChanceCanBeRepeated()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var chosen = generator.seed();
        Assert.Equal(chosen, generator.initial_seed());
        Assert.True(chosen >= 0);
        using var again = new Generator(0).manual_seed(chosen);
        Bits.Equal(Draw(again), Draw(generator), "numbers");
        Assert.NotEqual(chosen, generator.seed());
    }

    [Fact]
    public void SeedingForgetsTheSpareNormal()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        randn(1, generator: generator);
        generator.manual_seed(5);
        Bits.Equal(Draw(new Generator(5)), Draw(generator), "numbers");
    }

    [Fact]
    public void GeneratorsDoNotTouchEachOther()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var expected = rand(4).Values();
        manual_seed(3);
        randn(20, generator: new Generator(1));
        Bits.Equal(expected, rand(4).Values(), "numbers");
        Assert.Equal(3, initial_seed());
    }

    // The stream is consumed in row-major order of the axes, whatever the strides.
    [Fact]
    public void NormalsMayEachHaveAMeanAndADeviation()
    {
        using var scope = NewDisposeScope();
        var (mean, deviation) = (Samples.Tensor(1, 5, 1), Samples.Tensor(2, 4).abs());
        using var generator = new Generator(3);
        using var same = new Generator(3);
        Bits.Equal((randn([5L, 4], generator: same) * deviation + mean).Values(), normal(mean, deviation, generator).Values(), "normal");
    }

    [Fact]
    public void IntegersTakeSizesOfEitherType()
    {
        using var scope = NewDisposeScope();
        manual_seed(8);
        var (expected, more) = (randint(9, [2L, 3]).data<long>().ToArray(), randint(4, 9, [2L, 3]).data<long>().ToArray());
        manual_seed(8);
        Assert.Equal(expected, randint(9, new[] { 2, 3 }).data<long>().ToArray());
        Assert.Equal(more, randint(4, 9, new[] { 2, 3 }).data<long>().ToArray());
    }

    [Fact]
    public void StridedTensorsAreFilledInRowMajorOrder()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var expected = rand(4, 5).Values();
        manual_seed(3);
        Bits.Equal(expected, zeros(5, 4).t().uniform_(0, 1).Values(), "numbers");
        manual_seed(4);
        var normals = randn(4, 5).Values();
        manual_seed(4);
        Bits.Equal(normals, zeros(4, 10).narrow(1, 5, 5).normal_().Values(), "normals");
    }

    [Fact]
    public void UniformNumbersAreFused()
    {
        using var scope = NewDisposeScope();
        manual_seed(11);
        var unit = rand(5000).Values();
        manual_seed(11);
        var (low, range) = (-0.3f, 1.1f - -0.3f);
        Bits.Equal(
            Array.ConvertAll(unit, u => Repro.Engine.Kernels.Lanes.Fused.MultiplyAdd(u, range, low)),
            empty(5000).uniform_(-0.3, 1.1).Values(), "numbers");
        Assert.Contains(unit, u => !Bits.Same((u * range) + low, Repro.Engine.Kernels.Lanes.Fused.MultiplyAdd(u, range, low)));
    }

    [Fact]
    public void WhatCannotBeDrawnIsRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => randint(5, 5, [2]));
        Assert.Throws<NotSupportedException>(() => rand(2, ScalarType.Int32));
        Assert.Throws<NotSupportedException>(() => new Generator(1, device("cuda")));
    }

    private static float[] Draw(Generator generator) =>
        [.. randn(2, generator: generator).Values(), .. rand(700, generator: generator).Values(), .. randn(
            18, generator: generator).Values()];
}
