namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

internal sealed class BicubicResampler : IResampler
{
    public double Radius => 2;

    public double Weight(double x)
    {
        x = Math.Abs(x);
        return x <= 1 ? (((1.5 * x) - 2.5) * x * x) + 1
            : x < 2 ? (((((-0.5 * x) + 2.5) * x) - 4) * x) + 2
            : 0;
    }
}
