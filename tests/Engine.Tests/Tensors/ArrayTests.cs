using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Tensors;

public class ArrayTests
{
    [Fact]
    public void ArraysOfSeveralAxesAndListsAreCopied()
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

    public static TheoryData<string, ScalarType> ShapedTypes => new()
    {
        { "float", ScalarType.Float32 }, { "double", ScalarType.Float64 }, { "long", ScalarType.Int64 }, { "int", ScalarType.Int32 },
        { "short", ScalarType.Int16 }, { "byte", ScalarType.Byte }, { "sbyte", ScalarType.Int8 }, { "bool", ScalarType.Bool },
    };

    // Every overload for the type that TorchSharp has: arrays of one to four axes, lists, memory, each with the shape that its arguments
    // say.
    [Theory]
    [MemberData(nameof(ShapedTypes))]
    public void NumbersOfEveryTypeTakeTheShapeThatIsGiven(string type, ScalarType expected)
    {
        using var scope = NewDisposeScope();
        float[] f = [1, 0, 2, 3, 5, 8];
        double[] d = [1, 0, 2, 3, 5, 8];
        long[] l = [1, 0, 2, 3, 5, 8];
        int[] i = [1, 0, 2, 3, 5, 8];
        short[] s = [1, 0, 2, 3, 5, 8];
        byte[] b = [1, 0, 2, 3, 5, 8];
        sbyte[] sb = [1, 0, 2, 3, 5, 8];
        bool[] t = [true, false, true, true, false, true];
        Tensor[] all = type switch
        {
            "float" => [tensor(f, [2L, 3]), tensor(List(f), [2L, 3]), tensor(List(f), 2, 3), tensor(List(f), 1, 2, 3), tensor(List(f), 1, 2, 3, 1), tensor(f.AsMemory(), [2L, 3])],
            "double" => [tensor(d, [2L, 3]), tensor(List(d), 2, 3), tensor(List(d), 1, 2, 3), tensor(List(d), 1, 2, 3, 1), tensor(d.AsMemory(), [2L, 3])],
            "long" => [tensor(l, [2L, 3]), tensor(List(l), [2L, 3]), tensor(List(l), 2, 3), tensor(List(l), 1, 2, 3), tensor(List(l), 1, 2, 3, 1), tensor(l.AsMemory(), [2L, 3])],
            "int" => [tensor(i, [2L, 3]), tensor(List(i), [2L, 3]), tensor(List(i), 2, 3), tensor(List(i), 1, 2, 3), tensor(i, 1, 2, 3, 1), tensor(i.AsMemory(), [2L, 3])],
            "short" =>
            [
                tensor(s, [2L, 3]), tensor(List(s), [2L, 3]), tensor(List(s), 2, 3), tensor(List(s), 1, 2, 3),
                tensor(s.AsMemory(), [2L, 3]),
                tensor(new short[,] { { 1, 0, 2 }, { 3, 5, 8 } }), tensor(new short[,,] { { { 1, 0, 2 }, { 3, 5, 8 } } }), tensor(
                    new short[,,,] { { { { 1, 0, 2 }, { 3, 5, 8 } } } }),
            ],
            "byte" =>
            [
                tensor(b, [2L, 3]), tensor(List(b), [2L, 3]), tensor(List(b), 2, 3), tensor(List(b), 1, 2, 3), tensor(List(b), 1, 2, 3, 1),
                tensor(b.AsMemory(), [2L, 3]),
                tensor(new byte[,] { { 1, 0, 2 }, { 3, 5, 8 } }), tensor(new byte[,,] { { { 1, 0, 2 }, { 3, 5, 8 } } }), tensor(
                    new byte[,,,] { { { { 1, 0, 2 }, { 3, 5, 8 } } } }),
            ],
            "sbyte" =>
            [
                tensor(sb, [2L, 3]), tensor(List(sb), [2L, 3]), tensor(List(sb), 2, 3), tensor(List(sb), 1, 2, 3),
                tensor(List(sb), 1, 2, 3, 1), tensor(sb.AsMemory(), [2L, 3]),
                tensor(new sbyte[,] { { 1, 0, 2 }, { 3, 5, 8 } }), tensor(new sbyte[,,] { { { 1, 0, 2 }, { 3, 5, 8 } } }), tensor(
                    new sbyte[,,,] { { { { 1, 0, 2 }, { 3, 5, 8 } } } }),
            ],
            _ =>
            [
                tensor(t, [2L, 3]), tensor(List(t), [2L, 3]), tensor(List(t), 2, 3), tensor(List(t), 1, 2, 3), tensor(List(t), 1, 2, 3, 1),
                tensor(new[,] { { true, false, true }, { true, false, true } }),
                tensor(new[,,] { { { true, false, true }, { true, false, true } } }), tensor(
                    new[,,,] { { { { true, false, true }, { true, false, true } } } }),
            ],
        };
        Tensor[] flat = [tensor(s), tensor(sb), tensor(List(s)), tensor(List(sb))];
        float[] numbers = type == "bool" ? [1, 0, 1, 1, 0, 1] : f;
        Assert.All(all, x => Assert.Equal(expected, x.dtype));
        Assert.All(all, x => Assert.Equal([2, 3], x.shape.Where(size => size > 1)));
        Assert.All(all, x => Assert.Equal(numbers, x.to(ScalarType.Float32).Values()));
        Assert.All(flat, x => Assert.Equal(f, x.to(ScalarType.Float32).Values()));
        Assert.Equal([1, 2, 3], all[3].shape.Length == 3 ? all[3].shape : all[2].shape);

        static List<T> List<T>(T[] numbers) => [.. numbers];
    }

    [Fact]
    public void MemoryAndListsAreCopied()
    {
        using var scope = NewDisposeScope();
        var numbers = new float[] { 1, 2 };
        var (memory, list) = (tensor(numbers.AsMemory(), [2L]), tensor((IList<float>)numbers, [1L, 2]));
        numbers[0] = 9;
        Assert.Equal([1, 2], memory.Values());
        Assert.Equal([1, 2], list.Values());
        Assert.Throws<ArgumentException>(() => tensor(numbers.AsMemory(), [3L]));
        Assert.Throws<ArgumentException>(() => tensor((IList<float>)numbers, 2, 2));
    }

    [Fact]
    public void SmallIntegersAndArraysBecomeTensorsAndComeBack()
    {
        using var scope = NewDisposeScope();
        Tensor[] made =
            [(byte)200, (sbyte)-3, (short)-300, new[] { true, false }, new byte[] { 1 }, new sbyte[] { -1 }, new short[] { 2, 3 }];
        Assert.Equal(
            [ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Bool, ScalarType.Byte, ScalarType.Int8, ScalarType.Int16],
            made.Select(x => x.dtype));
        Assert.Equal((-3, -300), ((sbyte)made[1], (short)made[2]));
        Assert.Equal(-3, (made[1] * ones(1)).item<float>());
        Assert.Equal(ScalarType.Int8, tensor((sbyte)1).dtype);
        Assert.Equal(ScalarType.Int64, (ones(1, ScalarType.Int64) + (TorchSharp.Scalar)(sbyte)1).dtype);
        Assert.Equal(ScalarType.Int16, from_array(new short[2]).dtype);
    }

    [Fact]
    public void FromArraySharesTheMemoryOfTheArray()
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
    public void SizesComeFromNumbersAndTuples()
    {
        Size one = 3, two = (2, 3), three = new long[] { 1, 2, 3 };
        Assert.Equal([3], one.Shape);
        Assert.Equal([2, 3], two);
        Assert.Equal([1, 2, 3], three.Shape);
        Assert.Empty(default(Size).Shape);
        Assert.Equal([4], new Size(4).Shape);
        Assert.Equal([4], new Size(4L).Shape);
        Assert.Equal([1, 2], new Size(new List<long> { 1, 2 }).Shape);
        Size[] longs = [new((1L, 2L)), new((1L, 2L, 3L)), new((1L, 2L, 3L, 4L)), new((1L, 2L, 3L, 4L, 5L)), new((1L, 2L, 3L, 4L, 5L, 6L))];
        Size[] ints = [new((1, 2)), new((1, 2, 3)), new((1, 2, 3, 4)), new((1, 2, 3, 4, 5)), new((1, 2, 3, 4, 5, 6))];
        Size[] tuples = [(1, 2), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6)];
        for (var rank = 2; rank <= 6; rank++)
        {
            long[] expected = [.. Enumerable.Range(1, rank)];
            Assert.Equal(expected, longs[rank - 2].Shape);
            Assert.Equal(expected, ints[rank - 2].Shape);
            Assert.Equal(expected, tuples[rank - 2].Shape);
        }

        using var x = zeros(3).expand(two);
        Assert.Equal([2, 3], x.shape);
    }
}
