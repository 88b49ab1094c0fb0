namespace Repro.Runtime.Tracing;

/// <summary>Consecutive values of a tensor.</summary>
/// <param name="First">The index of the first, in row-major order.</param>
/// <param name="Bytes">The values, little endian.</param>
public sealed record StoredValues(long First, byte[] Bytes);
