using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Tensors;

public class ArrayTests
{
    [Fact]
    public void Arrays_of_several_axes_and_lists_are_copied()
    {
        using var scope = NewDisposeScope();
        var numbers = new float[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        var x = tensor(numbers);
        numbers[0, 0] = 9;
        Assert.Equal([2, 3], x.shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], x.Values());
        Assert.Equal([1, 2, 1], tensor(new long[,,] { { { 1 }, { 2 } } }).shape);
        Assert.Equal([1, 1, 2, 1], tensor(new int[,,,] { { { { 1 }, { 2 } } } }, ScalarType.Float32).shape);
        Assert.Equal([1, 2], tensor(new List<double> { 1, 2 }, ScalarType.Float32).Values());
        Assert.Equal([true, false], tensor((IList<bool>)[true, false]).data<bool>().ToArray());
        Assert.Equal([1.5f, 2], tensor(new[] { 1.5, 2 }, ScalarType.Float32).Values());
        Assert.Equal(ScalarType.Int16, tensor((short)3).dtype);
    }

    [Fact]
    public void From_array_shares_the_memory_of_the_array()
    {
        using var scope = NewDisposeScope();
        var numbers = new float[2, 2];
        var x = from_array(numbers, null);
        x[0, 1] = 7f;
        numbers[1, 0] = 3;
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.Equal(7, numbers[0, 1]);
        Assert.Equal([0, 7, 3, 0], x.Values());

        var flags = new bool[2];
        from_array(flags, ScalarType.Bool).fill_(true);
        Assert.Equal([true, true], flags);
        from_array(numbers, ScalarType.Float64).fill_(1);
        Assert.Equal(7, numbers[0, 1]);
        Assert.Throws<ArgumentException>(() => from_array(new string[2], null));
    }

    [Fact]
    public void Sizes_come_from_numbers_and_tuples()
    {
        Size one = 3, two = (2, 3), three = new long[] { 1, 2, 3 };
        Assert.Equal([3], one.Shape);
        Assert.Equal([2, 3], two);
        Assert.Equal([1, 2, 3], three.Shape);
        Assert.Empty(default(Size).Shape);
        using var x = zeros(3).expand(two);
        Assert.Equal([2, 3], x.shape);
    }
}
