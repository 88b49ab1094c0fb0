namespace Repro.Engine.Kernels.Resampling;

/// <summary>Two elements of an axis and their weights, for each place of the result.</summary>
internal sealed record Blend(long[] Lower, long[] Upper, float[] LowerWeight, float[] UpperWeight)
{
    public long Count => Lower.LongLength;
}
