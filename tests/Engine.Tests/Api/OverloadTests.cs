using static TorchSharp.torch;

namespace Repro.Engine.Tests.Api;

/// <summary>
/// What C# makes of calls with literals: a 0 is a size, an axis or a number, never an element type, a device type or a tensor.
/// </summary>
public class OverloadTests
{
    [Fact]
    public void AZeroIsASize()
    {
        using var scope = NewDisposeScope();
        Assert.All(
            new[] { zeros(2, 0), ones(2, 0), empty(2, 0), rand(2, 0), randn(2, 0), full(2, 0, 1.5) },
            x => Assert.Equal("[2x0], type = Float32, device = cpu", x.ToString()));
        Assert.All(
            new[] { zeros(2, 3, 0), ones(2, 3, 0), empty(2, 3, 0), rand(2, 3, 0), randn(2, 3, 0), full(2, 3, 0, 1.5) },
            x => Assert.Equal([2, 3, 0], x.shape));
        Assert.All(
            new[] { zeros(2, 3, 4, 0), ones(2, 3, 4, 0), empty(2, 3, 4, 0), rand(2, 3, 4, 0), randn(2, 3, 4, 0), full(2, 3, 4, 0, 1.5) },
            x => Assert.Equal([2, 3, 4, 0], x.shape));
        Assert.Equal([0], zeros(0).shape);
    }

    [Fact]
    public void SizesOfEitherIntegerTypeGiveTheSame()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var drawn = rand(2, 3).data<float>().ToArray();
        manual_seed(5);
        Assert.Equal(drawn, rand(2L, 3L).data<float>().ToArray());
        using var generator = new Generator(5);
        Assert.Equal(drawn, rand(2, 3, generator: generator).data<float>().ToArray());
        Assert.Equal((ScalarType.Int64, true), (ones(2, ScalarType.Int64).dtype, zeros(1, 2, requires_grad: true).requires_grad));
        Assert.Equal([0, 0], full(2, 0).data<long>().ToArray());
    }

    [Fact]
    public void AZeroIsAnAxis()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 5, 2, -7 }, [2, 2]);
        Assert.Equal([2, 5], max(x, 0).values.data<float>().ToArray());
        Assert.Equal([1, -7], min(x, 0).values.data<float>().ToArray());
        Assert.Equal([1, 0], argmax(x, 0).data<long>().ToArray());
        Assert.Equal([1, 0], x.argmax(0).data<long>().ToArray());
        Assert.Equal([2, 5], x.max(0).values.data<float>().ToArray());
        Assert.Equal([3, -2], x.sum(0L).data<float>().ToArray());
        Assert.Equal([3, -2], sum(x, 0L).data<float>().ToArray());
        Assert.Equal([2], x.var(0).shape);
        Assert.Equal([2], std(x, 0).shape);
        Assert.Equal([2], norm(x, 0).shape);
        Assert.Equal([1, 2, 2], unsqueeze(x, 0).shape);
        Assert.Equal([2, 2], squeeze(x, 0).shape);
        Assert.Equal([2], select(x, 0, 0).shape);
    }

    [Fact]
    public void ALiteralIsANumberBeforeItIsATensor()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 4, -1 }, requires_grad: true);
        Assert.Equal(ScalarType.Float32, pow(x, 2).dtype);
        Assert.Equal([4, 0], clamp(x, 0, 9).detach().data<float>().ToArray());
        Assert.Equal([4, 0], x.clamp(min: 0).detach().data<float>().ToArray());
        Assert.Equal([false, true], x.lt(0).data<bool>().ToArray());
        Assert.Equal([false, true], (x < 0).data<bool>().ToArray());
    }

    [Fact]
    public void AZeroIsACUDADeviceByItsNumber()
    {
        Assert.Equal(("cuda:0", "cuda:2"), (device(0).ToString(), new Device(2).ToString()));
        Assert.Equal((TorchSharp.DeviceType.CPU, -1), (device("cpu").type, device("cpu").index));
        Assert.Equal("cuda:1", new Device("cuda", 1).ToString());
        Assert.Equal("mps", device("mps", -1).ToString());
        Assert.Equal("cpu:0", device(TorchSharp.DeviceType.CPU, 0).ToString());
        Assert.Contains(
            "'gpu' is not a device", Assert.Throws<ArgumentException>(() => new Device("gpu", 0)).Message, StringComparison.Ordinal);
    }
}
