using System.Runtime.CompilerServices;

namespace Repro.Engine.Kernels.Lanes;

/// <summary>One number: the form that states what the others compute.</summary>
internal readonly struct OneLane(float value) : ILanes<OneLane>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public float Value { get; } = value;

    private int Bits => BitConverter.SingleToInt32Bits(Value);

    [MethodImpl(Inline)]
    public static OneLane operator +(OneLane x, OneLane y) => new(x.Value + y.Value);

    [MethodImpl(Inline)]
    public static OneLane operator -(OneLane x, OneLane y) => new(x.Value - y.Value);

    [MethodImpl(Inline)]
    public static OneLane operator *(OneLane x, OneLane y) => new(x.Value * y.Value);

    [MethodImpl(Inline)]
    public static OneLane operator /(OneLane x, OneLane y) => new(x.Value / y.Value);

    [MethodImpl(Inline)]
    public static OneLane operator -(OneLane x) => new(-x.Value);

    [MethodImpl(Inline)]
    public static OneLane Of(float number) => new(number);

    [MethodImpl(Inline)]
    public static OneLane Fused(OneLane x, OneLane y, OneLane z) => new(Lanes.Fused.MultiplyAdd(x.Value, y.Value, z.Value));

    [MethodImpl(Inline)]
    public static OneLane Absolute(OneLane x) => new(MathF.Abs(x.Value));

    [MethodImpl(Inline)]
    public static OneLane SquareRoot(OneLane x) => new(MathF.Sqrt(x.Value));

    [MethodImpl(Inline)]
    public static OneLane WithSign(OneLane magnitude, OneLane sign) => OfBits(magnitude.Bits | (sign.Bits & int.MinValue));

    [MethodImpl(Inline)]
    public static OneLane WhereLess(OneLane x, OneLane y, OneLane then, OneLane otherwise) => x.Value < y.Value ? then : otherwise;

    [MethodImpl(Inline)]
    public static OneLane WhereEqual(OneLane x, OneLane y, OneLane then, OneLane otherwise) => x.Value == y.Value ? then : otherwise;

    [MethodImpl(Inline)]
    public static OneLane AddBits(OneLane x, OneLane y) => OfBits(unchecked(x.Bits + y.Bits));

    [MethodImpl(Inline)]
    public static OneLane SubtractBits(OneLane x, OneLane y) => OfBits(unchecked(x.Bits - y.Bits));

    [MethodImpl(Inline)]
    public static OneLane ShiftLeft(OneLane x, int places) => OfBits(x.Bits << places);

    [MethodImpl(Inline)]
    public static OneLane ShiftRight(OneLane x, int places) => OfBits(x.Bits >> places);

    [MethodImpl(Inline)]
    public static OneLane FromInteger(OneLane bits) => new(bits.Bits);

    [MethodImpl(Inline)]
    private static OneLane OfBits(int bits) => new(BitConverter.Int32BitsToSingle(bits));
}
