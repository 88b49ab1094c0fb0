namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

internal sealed class TriangleResampler : IResampler
{
    public double Radius => 1;

    public double Weight(double x) => Math.Max(0, 1 - Math.Abs(x));
}
