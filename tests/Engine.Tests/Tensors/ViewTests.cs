using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Tensors;

/// <summary>Views beside a naive model: an array of sizes and a function from positions to values.</summary>
public class ViewTests
{
    private sealed record Model(long[] Sizes, Func<long[], float> At)
    {
        public float[] Values()
        {
            var values = new List<float>();
            var position = new long[Sizes.Length];
            if (Sizes.Contains(0))
            {
                return [];
            }

            while (true)
            {
                values.Add(At(position));
                var d = Sizes.Length - 1;
                for (; d >= 0 && ++position[d] == Sizes[d]; d--)
                {
                    position[d] = 0;
                }

                if (d < 0)
                {
                    return [.. values];
                }
            }
        }

        public Model Reshaped(long[] sizes)
        {
            var values = Values();
            return new Model(sizes, p => values[(int)p.Zip(sizes).Aggregate(0L, (at, axis) => (at * axis.Second) + axis.First)]);
        }
    }

    // Random chains of views; after each step the tensor reads as the model does.
    [Fact]
    public void ChainsOfViewsReadWhatTheModelReads()
    {
        var random = new System.Random(3);
        for (var round = 0; round < 400; round++)
        {
            using var scope = NewDisposeScope();
            long[] sizes = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => (long)random.Next(1, 5))];
            var values = Samples.Numbers((int)sizes.Aggregate(1L, (p, s) => p * s), round);
            var tensor = TorchSharp.torch.tensor(values, sizes);
            var model = new Model(sizes, p => values[(int)p.Zip(sizes).Aggregate(0L, (at, axis) => (at * axis.Second) + axis.First)]);
            var steps = "";
            for (var step = 0; step < 5; step++)
            {
                (tensor, model, var name) = Step(random, tensor, model);
                steps += name + " ";
                Assert.Equal(model.Sizes, tensor.shape);
                Bits.Equal(model.Values(), tensor.Values(), $"round {round}: {steps}");
                Bits.Equal(model.Values(), tensor.clone().Values(), $"clone, round {round}: {steps}");
            }
        }
    }

    private static (Tensor, Model, string) Step(System.Random random, Tensor tensor, Model model)
    {
        var rank = model.Sizes.Length;
        var d = rank == 0 ? 0 : random.Next(rank);
        long[] Without(int axis) => [.. model.Sizes.Where((_, i) => i != axis)];
        switch (rank == 0 ? 6 : random.Next(9))
        {
            case 0:
                var order = Enumerable.Range(0, rank).OrderBy(_ => random.Next()).ToArray();
                return (tensor.permute([.. order.Select(x => (long)x)]), new([.. order.Select(x => model.Sizes[x])], p =>
                {
                    var q = new long[rank];
                    for (var i = 0; i < rank; i++)
                    {
                        q[order[i]] = p[i];
                    }

                    return model.At(q);
                }), "permute");
            case 1:
                var start = random.Next((int)model.Sizes[d]);
                var length = random.Next(1, (int)model.Sizes[d] - start + 1);
                return (tensor.narrow(d, start, length), new(
                    [.. model.Sizes.Select((s, i) => i == d ? length : s)],
                    p => model.At([.. p.Select((x, i) => i == d ? x + start : x)])), "narrow");
            case 2:
                var index = random.Next((int)model.Sizes[d]);
                return (tensor.select(d, index), new(Without(d), p => model.At([.. p[..d], index, .. p[d..]])), "select");
            case 3:
                var end = random.Next(d, rank);
                long[] merged = [.. model.Sizes[..d], model.Sizes[d..(end + 1)].Aggregate((p, s) => p * s), .. model.Sizes[(end + 1)..]];
                return (tensor.flatten(d, end), model.Reshaped(merged), "flatten");
            case 4:
                var factor = Enumerable.Range(1, (int)model.Sizes[d]).Where(
                    f => model.Sizes[d] % f == 0).OrderBy(_ => random.Next()).First();
                return (
                    tensor.unflatten(d, factor, -1),
                    model.Reshaped([.. model.Sizes[..d], factor, model.Sizes[d] / factor, .. model.Sizes[(d + 1)..]]), "unflatten");
            case 5:
                return (tensor.squeeze(), model.Reshaped([.. model.Sizes.Where(s => s != 1)]), "squeeze");
            case 6:
                var at = random.Next(rank + 1);
                return (tensor.unsqueeze(at), model.Reshaped([.. model.Sizes[..at], 1, .. model.Sizes[at..]]), "unsqueeze");
            case 7:
                long[] wide = [2, .. model.Sizes.Select(s => s == 1 ? 3 : s)];
                return wide.Aggregate((p, s) => p * s) > 5000
                    ? (tensor, model, "nothing")
                    : (tensor.expand(wide), new(wide, p => model.At([.. p[1..].Select((x, i) => model.Sizes[i] == 1 ? 0 : x)])), "expand");
            default:
                var step = random.Next(1, 4);
                return (tensor.slice(d, 0, model.Sizes[d], step), new(
                    [.. model.Sizes.Select((s, i) => i == d ? (s + step - 1) / step : s)],
                    p => model.At([.. p.Select((x, i) => i == d ? x * step : x)])), "slice");
        }
    }

    [Fact]
    public void ViewsShareMemoryAndReshapeCopiesOnlyWhereItMust()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3, 4);
        x.view(6, -1).narrow(0, 0, 1).fill_(1);
        Assert.Equal(4, x.sum().item<float>());
        x.reshape(24).fill_(2);
        Assert.Equal(48, x.sum().item<float>());
        x.permute(2, 0, 1).reshape(24).fill_(3);
        Assert.Equal(48, x.sum().item<float>());
        var error = Assert.Throws<InvalidOperationException>(() => x.permute(2, 0, 1).view(24));
        Assert.Contains("use reshape", error.Message, StringComparison.Ordinal);
    }

    // Axes of length one may have any stride; what lies around them is one stretch of memory all the same.
    [Fact]
    public void ViewsSeeThroughAxesOfLengthOne()
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(1, 4, 3, 2).narrow(2, 0, 1);
        Bits.Equal(x.Values(), x.permute(0, 2, 1).view(12).Values(), "numbers");
        var wide = Samples.Tensor(1, 2, 5, 6).narrow(1, 1, 1).slice(2, 0, 6, 2);
        Assert.Equal([2, 3], wide.view(2, 3).shape);
        Assert.Equal([2, 1, 3, 1], wide.view(2, 1, 3, 1).shape);
        var column = Samples.Tensor(1, 2, 7).slice(1, 0, 6, 3).unsqueeze(1).transpose(0, 1).transpose(0, 1);
        Bits.Equal(column.Values(), column.view(2, 2).Values(), "column");
    }

    [Fact]
    public void ChannelsLastTensorsReadInRowMajorOrder()
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(1, 2, 5, 3, 4);
        var last = x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        Assert.False(last.is_contiguous());
        Assert.Equal([60, 1, 20, 5], last.stride());
        Bits.Equal(x.Values(), last.Values(), "values");
        Bits.Equal(x.flatten(1).Values(), last.flatten(1).Values(), "flattened");
        Bits.Equal((x * 2).Values(), (last * 2).Values(), "mapped");
        Assert.Equal(last.stride(), (last * 2).stride());
        Assert.Equal(last.stride(), last.clone().stride());
    }

    [Fact]
    public void EmptyAndSingleTensors()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0, 3], zeros(2, 3).narrow(0, 1, 0).shape);
        Assert.Equal([3, 0], zeros([0, 3]).t().shape);
        Assert.Equal([0], zeros([0, 3]).view(-1).shape);
        Assert.Equal([1], tensor(5f).flatten().shape);
        Assert.Equal(0, tensor(5f).dim());
        Assert.Equal(5, tensor(5f).view(1, 1).item<float>());
        Assert.Equal([2, 3], tensor(5f).expand(2, 3).shape);
    }

    [Theory]
    [InlineData("view: shape [5, 2] does not hold the 6 elements of shape [2, 3].")]
    [InlineData("permute: axis 1 is named twice.")]
    [InlineData("permute: 1 axes given for a tensor of shape [2, 3].")]
    [InlineData("expand: shape [2, 3] cannot be expanded to [4, 3].")]
    [InlineData("narrow: 3 elements from 1 with step 1 are not inside axis 1 of shape [2, 3].")]
    [InlineData("transpose: axis 2 is outside −2…1.")]
    [InlineData("flatten: axis 1 comes after axis 0.")]
    [InlineData("t: a tensor of shape [1, 2, 3] is not a matrix.")]
    public void MisuseIsNamed(string message)
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        Func<Tensor> call = message.Split(':')[0] switch
        {
            "view" => () => x.view(5, 2),
            "permute" when message.Contains("twice", StringComparison.Ordinal) => () => x.permute(1, 1),
            "permute" => () => x.permute(0),
            "expand" => () => x.expand(4, 3),
            "narrow" => () => x.narrow(1, 1, 3),
            "transpose" => () => x.transpose(0, 2),
            "flatten" => () => x.flatten(1, 0),
            _ => () => x.unsqueeze(0).t(),
        };
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
    }
}
