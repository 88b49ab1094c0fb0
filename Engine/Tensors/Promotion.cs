using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Tensors;

/// <summary>
/// The type that an operation on operands of several types works in, as in PyTorch. Tensors with axes decide. A tensor without axes
/// counts only if its category (truth values, integers, floating point) is higher, and a number only if its is higher still.
/// </summary>
internal static class Promotion
{
    public static ScalarType Of(Tensor x, Tensor y) =>
        (x.Sizes.Length == 0) == (y.Sizes.Length == 0) ? ElementType.Promote(x.dtype, y.dtype)
        : x.Sizes.Length == 0 ? Combine(y.dtype, x.dtype)
        : Combine(x.dtype, y.dtype);

    public static ScalarType Of(Tensor x, Scalar y) => Combine(x.dtype, OfNumber(y));

    /// <summary>The type that a number has by itself: Bool, Int64 or Float32.</summary>
    public static ScalarType OfNumber(Scalar number) =>
        number.Type == ScalarType.Bool ? ScalarType.Bool : number.IsIntegral ? ScalarType.Int64 : ScalarType.Float32;

    private static ScalarType Combine(ScalarType higher, ScalarType lower) =>
        ElementType.IsFloating(higher) ? higher
        : higher == ScalarType.Bool || ElementType.IsFloating(lower) ? ElementType.Promote(higher, lower)
        : higher;
}
