namespace TorchSharp;

/// <summary>A single number with the type it was given in.</summary>
public sealed class Scalar : IDisposable
{
    private readonly double number;
    private readonly long integer;

    private Scalar(double number, torch.ScalarType type) => (this.number, integer, Type) = (number, (long)number, type);

    private Scalar(long integer, torch.ScalarType type) => (number, this.integer, Type) = (integer, integer, type);

    internal torch.ScalarType Type { get; }

    internal bool IsIntegral => Type is not (torch.ScalarType.Float16 or torch.ScalarType.Float32 or torch.ScalarType.Float64);

    internal float Single => IsIntegral ? integer : (float)number;

    internal double Double => number;

    internal long Int64 => integer;

    /// <summary>A scalar of a byte.</summary>
    public static implicit operator Scalar(byte value) => new((long)value, torch.ScalarType.Byte);

    /// <summary>A scalar of a signed byte.</summary>
    public static implicit operator Scalar(sbyte value) => new((long)value, torch.ScalarType.Int8);

    /// <summary>A scalar of a 16-bit integer.</summary>
    public static implicit operator Scalar(short value) => new((long)value, torch.ScalarType.Int16);

    /// <summary>A scalar of a 32-bit integer.</summary>
    public static implicit operator Scalar(int value) => new((long)value, torch.ScalarType.Int32);

    /// <summary>A scalar of a 64-bit integer.</summary>
    public static implicit operator Scalar(long value) => new(value, torch.ScalarType.Int64);

    /// <summary>A scalar of a binary32.</summary>
    public static implicit operator Scalar(float value) => new((double)value, torch.ScalarType.Float32);

    /// <summary>A scalar of a binary64.</summary>
    public static implicit operator Scalar(double value) => new(value, torch.ScalarType.Float64);

    /// <summary>A scalar of a binary16.</summary>
    public static implicit operator Scalar(Half value) => new((double)value, torch.ScalarType.Float16);

    /// <summary>A scalar of a truth value.</summary>
    public static implicit operator Scalar(bool value) => new(value ? 1L : 0L, torch.ScalarType.Bool);

    /// <summary>Does nothing: a scalar holds no native memory here.</summary>
    public void Dispose()
    {
    }
}
