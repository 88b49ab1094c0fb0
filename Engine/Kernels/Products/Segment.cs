namespace Repro.Engine.Kernels.Products;

/// <summary>A stretch of a block of the reduction axis along which the left operand's elements are evenly spaced.</summary>
internal readonly record struct Segment(int Start, int Length);
