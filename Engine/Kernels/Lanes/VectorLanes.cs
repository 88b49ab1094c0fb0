using System.Numerics;
using System.Runtime.CompilerServices;

namespace Repro.Engine.Kernels.Lanes;

/// <summary>The lanes of a vector of the width that .NET prefers: 128 or 256 bits.</summary>
internal readonly struct VectorLanes(Vector<float> values) : ILanes<VectorLanes>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public Vector<float> Values { get; } = values;

    private Vector<int> Bits
    {
        [MethodImpl(Inline)]
        get => Vector.AsVectorInt32(Values);
    }

    [MethodImpl(Inline)]
    public static VectorLanes operator +(VectorLanes x, VectorLanes y) => new(x.Values + y.Values);

    [MethodImpl(Inline)]
    public static VectorLanes operator -(VectorLanes x, VectorLanes y) => new(x.Values - y.Values);

    [MethodImpl(Inline)]
    public static VectorLanes operator *(VectorLanes x, VectorLanes y) => new(x.Values * y.Values);

    [MethodImpl(Inline)]
    public static VectorLanes operator /(VectorLanes x, VectorLanes y) => new(x.Values / y.Values);

    [MethodImpl(Inline)]
    public static VectorLanes operator -(VectorLanes x) => new(-x.Values);

    [MethodImpl(Inline)]
    public static VectorLanes Of(float number) => new(new Vector<float>(number));

    [MethodImpl(Inline)]
    public static VectorLanes Fused(VectorLanes x, VectorLanes y, VectorLanes z) =>
        new(Lanes.Fused.MultiplyAdd(x.Values, y.Values, z.Values));

    [MethodImpl(Inline)]
    public static VectorLanes Absolute(VectorLanes x) => new(Vector.Abs(x.Values));

    [MethodImpl(Inline)]
    public static VectorLanes SquareRoot(VectorLanes x) => new(Vector.SquareRoot(x.Values));

    [MethodImpl(Inline)]
    public static VectorLanes WithSign(VectorLanes magnitude, VectorLanes sign) =>
        OfBits(magnitude.Bits | (sign.Bits & new Vector<int>(int.MinValue)));

    [MethodImpl(Inline)]
    public static VectorLanes WhereLess(VectorLanes x, VectorLanes y, VectorLanes then, VectorLanes otherwise) =>
        new(Vector.ConditionalSelect(Vector.LessThan(x.Values, y.Values), then.Values, otherwise.Values));

    [MethodImpl(Inline)]
    public static VectorLanes WhereEqual(VectorLanes x, VectorLanes y, VectorLanes then, VectorLanes otherwise) =>
        new(Vector.ConditionalSelect(Vector.Equals(x.Values, y.Values), then.Values, otherwise.Values));

    [MethodImpl(Inline)]
    public static VectorLanes AddBits(VectorLanes x, VectorLanes y) => OfBits(x.Bits + y.Bits);

    [MethodImpl(Inline)]
    public static VectorLanes SubtractBits(VectorLanes x, VectorLanes y) => OfBits(x.Bits - y.Bits);

    [MethodImpl(Inline)]
    public static VectorLanes ShiftLeft(VectorLanes x, int places) => OfBits(Vector.ShiftLeft(x.Bits, places));

    [MethodImpl(Inline)]
    public static VectorLanes ShiftRight(VectorLanes x, int places) => OfBits(Vector.ShiftRightArithmetic(x.Bits, places));

    [MethodImpl(Inline)]
    public static VectorLanes FromInteger(VectorLanes bits) => new(Vector.ConvertToSingle(bits.Bits));

    [MethodImpl(Inline)]
    private static VectorLanes OfBits(Vector<int> bits) => new(Vector.AsVectorSingle(bits));
}
