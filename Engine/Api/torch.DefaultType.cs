namespace TorchSharp;

public static partial class torch
{
    /// <summary>The type of new tensors that are given none: Float32.</summary>
    public static ScalarType get_default_dtype() => ScalarType.Float32;

    /// <summary>Accepts Float32, which is the default already.</summary>
    /// <exception cref="ArgumentException">The type is not of floating point.</exception>
    /// <exception cref="NotSupportedException">The type is another one of floating point.</exception>
    public static void set_default_dtype(ScalarType dtype)
    {
        switch (dtype)
        {
            case ScalarType.Float32:
                break;
            case ScalarType.Float64 or ScalarType.Float16 or ScalarType.BFloat16:
                throw new NotSupportedException(
                    $"set_default_dtype: gradients flow through Float32 in the exact engine, so the default stays Float32, not {dtype}. "
                    + $"Give tensors that shall be {dtype} that dtype.");
            default:
                throw new ArgumentException($"set_default_dtype: {dtype} is not a type of floating point.", nameof(dtype));
        }
    }
}
