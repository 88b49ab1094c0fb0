using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Tensors;

/// <summary>
/// The type that an operation on operands of several types works in, as in PyTorch: a tensor without axes, and then a number, counts only
/// where its category (truth values, integers, floating point) is above that of the operands with axes.
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
