namespace Repro.Runtime.Weights;

/// <summary>Element types of stored weights.</summary>
public enum WeightType
{
    /// <summary>IEEE-754 binary32, four bytes, little endian; <c>F32</c> in a file.</summary>
    Float32,

    /// <summary>64-bit integer, eight bytes, little endian; <c>I64</c> in a file.</summary>
    Int64,
}
