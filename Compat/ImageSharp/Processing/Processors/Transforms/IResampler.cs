namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

/// <summary>Weighs the pixels around a point. Get one from <see cref="KnownResamplers"/>.</summary>
public interface IResampler
{
    /// <summary>The distance from which on every weight is 0.</summary>
    internal double Radius { get; }

    /// <summary>The weight of a pixel at distance <paramref name="x"/>, before the weights are made to sum to 1.</summary>
    internal double Weight(double x);
}
