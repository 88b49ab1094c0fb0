using Repro.Runtime.Comparison;

namespace Repro.Runtime.Tracing;

/// <summary>A value of a tensor that differs between two runs.</summary>
/// <param name="Type">Its type, such as <c>float32</c>.</param>
/// <param name="Index">Its index in each dimension, from 0.</param>
/// <param name="First">Its bytes in the first run, little endian.</param>
/// <param name="Second">Its bytes in the second.</param>
public sealed record ElementDifference(string Type, IReadOnlyList<long> Index, byte[] First, byte[] Second)
{
    /// <summary>The value of the first run, in decimal and as bits.</summary>
    public string FirstText => ElementType.Text(Type, First);

    /// <summary>The value of the second run, in decimal and as bits.</summary>
    public string SecondText => ElementType.Text(Type, Second);

    /// <summary>The number of float32 steps between the two; <c>null</c> for other types, and when one is not finite.</summary>
    public long? Ulps => ElementType.IsFloat32(Type) ? Ulp.Distance(ElementType.Number(First), ElementType.Number(Second)) : null;
}
