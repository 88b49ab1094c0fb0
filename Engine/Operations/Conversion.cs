using Repro.Engine.Autograd;
using Repro.Engine.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Elements in another type.</summary>
internal static class Conversion
{
    /// <summary>The tensor in a type; on the same memory if it has that type, unless a copy is asked for.</summary>
    public static Tensor To(Tensor x, ScalarType type, bool copy = false)
    {
        if (x.dtype == type)
        {
            return copy ? x.clone() : x.alias();
        }

        var result = Tensor.Allocate(x.Sizes, Layout.IsDense(x.Sizes, x.Strides) ? x.Strides : Layout.RowMajor(x.Sizes), type);
        ConvertedCopy.Into("to", x, result);
        return ElementType.IsFloating(type)
            ? Node.Record("to", result, [x], _ =>
            {
                var before = x.dtype;
                return g => [To(g, before)];
            })
            : result;
    }

    /// <summary>A number as a tensor without axes.</summary>
    public static Tensor Number(Scalar number, ScalarType type) => Filled.Number(number, type);
}
