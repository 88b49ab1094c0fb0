using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Optim;

/// <summary>An optimizer's pass over a parameter has the same bits whatever vectors and threads it runs on.</summary>
public class UpdateTests
{
    public static TheoryData<string> Names => Optimizers.Names;

    // A parameter of one element is left to the scalar form, so one parameter for each element is the reference.
    [Theory]
    [MemberData(nameof(Names))]
    public void VectorsGiveTheBitsOfTheScalarForm(string name)
    {
        const int Longest = 257;
        var (values, gradients) = (
            Samples.WithSpecial(Longest, 1), Enumerable.Range(2, 3).Select(seed => Samples.WithSpecial(Longest, seed)).ToArray());
        using var scope = NewDisposeScope();
        Parameter[] singles = [.. values.Select(value => new Parameter(tensor(new[] { value })))];
        Parameter[] ranges = [.. Enumerable.Range(0, Longest + 1).Select(length => new Parameter(tensor(values[..length])))];
        using var reference = Optimizers.Make(name, singles);
        using var optimizer = Optimizers.Make(name, ranges);
        foreach (var gradient in gradients)
        {
            for (var i = 0; i < Longest; i++)
            {
                singles[i].grad = tensor(new[] { gradient[i] });
            }

            for (var length = 0; length <= Longest; length++)
            {
                ranges[length].grad = tensor(gradient[..length]);
            }

            reference.step();
            optimizer.step();
            float[] expected = [.. singles.Select(single => single.Values()[0])];
            for (var length = 0; length <= Longest; length++)
            {
                Bits.Equal(expected.AsSpan(0, length), ranges[length].Values(), $"{name}, {length} long");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ThreadsChangeNoBit(string name)
    {
        const int Length = 100_003;
        float[]? expected = null;
        Threads.Each(threads =>
        {
            using var scope = NewDisposeScope();
            var parameter = new Parameter(Samples.Tensor(1, Length));
            using var optimizer = Optimizers.Make(name, [parameter]);
            for (var step = 2; step < 5; step++)
            {
                parameter.grad = Samples.Tensor(step, Length);
                optimizer.step();
            }

            expected ??= parameter.Values();
            Bits.Equal(expected, parameter.Values(), $"{name}, {threads} threads");
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LayoutsOfParameterAndGradientDoNotMatter(string name)
    {
        using var scope = NewDisposeScope();
        var values = Samples.Numbers(35, 1);
        var plain = new Parameter(tensor(values, [5, 7]));
        var turned = new Parameter(tensor(values, [5, 7]).t().contiguous().t());
        using var optimizer = Optimizers.Make(name, [plain, turned]);
        for (var step = 2; step < 5; step++)
        {
            plain.grad = Samples.Tensor(step, 5, 7);
            turned.grad = step % 2 == 0 ? plain.grad : plain.grad.t().contiguous().t();
            optimizer.step();
            Bits.Equal(plain.Values(), turned.Values(), $"{name}, step {step}");
        }
    }

    [Fact]
    public void InfiniteWeightsStayAndLeaveTheOthersAlone()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(tensor(new[] { float.PositiveInfinity, 1 }));
        using var adam = optim.Adam([parameter], 0.5);
        parameter.grad = tensor(new[] { 1f, 1f });
        adam.step();
        Assert.Equal(float.PositiveInfinity, parameter.Values()[0]);
        Assert.Equal(0.5f, parameter.Values()[1], 1e-6f);
    }
}
