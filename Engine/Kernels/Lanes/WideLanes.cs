using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Repro.Engine.Kernels.Lanes;

/// <summary>The lanes of a vector of 512 bits, for processors that have them.</summary>
internal readonly struct WideLanes(Vector512<float> values) : ILanes<WideLanes>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public Vector512<float> Values { get; } = values;

    private Vector512<int> Bits
    {
        [MethodImpl(Inline)]
        get => Values.AsInt32();
    }

    [MethodImpl(Inline)]
    public static WideLanes operator +(WideLanes x, WideLanes y) => new(x.Values + y.Values);

    [MethodImpl(Inline)]
    public static WideLanes operator -(WideLanes x, WideLanes y) => new(x.Values - y.Values);

    [MethodImpl(Inline)]
    public static WideLanes operator *(WideLanes x, WideLanes y) => new(x.Values * y.Values);

    [MethodImpl(Inline)]
    public static WideLanes operator /(WideLanes x, WideLanes y) => new(x.Values / y.Values);

    [MethodImpl(Inline)]
    public static WideLanes operator -(WideLanes x) => new(-x.Values);

    [MethodImpl(Inline)]
    public static WideLanes Of(float number) => new(Vector512.Create(number));

    [MethodImpl(Inline)]
    public static WideLanes Fused(WideLanes x, WideLanes y, WideLanes z) => new(Vector512.FusedMultiplyAdd(x.Values, y.Values, z.Values));

    [MethodImpl(Inline)]
    public static WideLanes Absolute(WideLanes x) => new(Vector512.Abs(x.Values));

    [MethodImpl(Inline)]
    public static WideLanes SquareRoot(WideLanes x) => new(Vector512.Sqrt(x.Values));

    [MethodImpl(Inline)]
    public static WideLanes WithSign(WideLanes magnitude, WideLanes sign) =>
        OfBits(magnitude.Bits | (sign.Bits & Vector512.Create(int.MinValue)));

    [MethodImpl(Inline)]
    public static WideLanes WhereLess(WideLanes x, WideLanes y, WideLanes then, WideLanes otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(x.Values, y.Values), then.Values, otherwise.Values));

    [MethodImpl(Inline)]
    public static WideLanes WhereEqual(WideLanes x, WideLanes y, WideLanes then, WideLanes otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(x.Values, y.Values), then.Values, otherwise.Values));

    [MethodImpl(Inline)]
    public static WideLanes AddBits(WideLanes x, WideLanes y) => OfBits(x.Bits + y.Bits);

    [MethodImpl(Inline)]
    public static WideLanes SubtractBits(WideLanes x, WideLanes y) => OfBits(x.Bits - y.Bits);

    [MethodImpl(Inline)]
    public static WideLanes ShiftLeft(WideLanes x, int places) => OfBits(x.Bits << places);

    [MethodImpl(Inline)]
    public static WideLanes ShiftRight(WideLanes x, int places) => OfBits(x.Bits >> places);

    [MethodImpl(Inline)]
    public static WideLanes FromInteger(WideLanes bits) => new(Vector512.ConvertToSingle(bits.Bits));

    [MethodImpl(Inline)]
    private static WideLanes OfBits(Vector512<int> bits) => new(bits.AsSingle());
}
