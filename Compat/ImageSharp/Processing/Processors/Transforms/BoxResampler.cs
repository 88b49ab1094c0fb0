namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

internal sealed class BoxResampler : IResampler
{
    public double Radius => 0.5;

    /// <remarks>Rounded to float first, so that a pixel on the edge is there whatever the last bits of its distance.</remarks>
    public double Weight(double x) => (float)x > -0.5f && (float)x <= 0.5f ? 1 : 0;
}
