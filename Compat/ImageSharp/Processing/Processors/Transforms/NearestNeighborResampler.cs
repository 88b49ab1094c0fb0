namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

/// <summary>Takes one pixel for each: it has no weights.</summary>
internal sealed class NearestNeighborResampler : IResampler
{
    public double Radius => 0;

    public double Weight(double x) => throw new NotSupportedException("The nearest pixel is taken without weights.");
}
