namespace Repro.Runtime.Weights;

/// <summary>A parameter or buffer of a network, detached from it.</summary>
/// <param name="Name">Its name in the network's state, such as <c>encoder.0.weight</c>.</param>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Its dimensions; empty for a scalar.</param>
/// <param name="Data">The elements in row-major order, little endian.</param>
public sealed record WeightTensor(string Name, WeightType Type, IReadOnlyList<long> Shape, ReadOnlyMemory<byte> Data);
