namespace Repro.Engine.Kernels.Lanes;

/// <summary>
/// One number of binary32 or a vector of them, in which a function is stated once for every width. Each operation is IEEE 754's, in each
/// lane, so that no width changes a bit.
/// </summary>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    static abstract T operator +(T x, T y);

    static abstract T operator -(T x, T y);

    static abstract T operator *(T x, T y);

    static abstract T operator /(T x, T y);

    static abstract T operator -(T x);

    /// <summary>The same number in every lane.</summary>
    static abstract T Of(float number);

    /// <summary>x·y + z, rounded once.</summary>
    static abstract T Fused(T x, T y, T z);

    static abstract T Absolute(T x);

    static abstract T SquareRoot(T x);

    /// <summary>The magnitude, not negative, with the sign of another number.</summary>
    static abstract T WithSign(T magnitude, T sign);

    /// <summary>
    /// <paramref name="then"/> where x &lt; y; <paramref name="otherwise"/> elsewhere, also where one of them is not a number.
    /// </summary>
    static abstract T WhereLess(T x, T y, T then, T otherwise);

    /// <summary>
    /// <paramref name="then"/> where x = y; <paramref name="otherwise"/> elsewhere, also where one of them is not a number.
    /// </summary>
    static abstract T WhereEqual(T x, T y, T then, T otherwise);

    /// <summary>The sum of the patterns of bits, as integers.</summary>
    static abstract T AddBits(T x, T y);

    /// <summary>The difference of the patterns of bits, as integers.</summary>
    static abstract T SubtractBits(T x, T y);

    /// <summary>The pattern of bits, moved up.</summary>
    static abstract T ShiftLeft(T x, int places);

    /// <summary>The pattern of bits, moved down as a signed integer.</summary>
    static abstract T ShiftRight(T x, int places);

    /// <summary>The number that the pattern of bits is as a signed integer.</summary>
    static abstract T FromInteger(T bits);
}
