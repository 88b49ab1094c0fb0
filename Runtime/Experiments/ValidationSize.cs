namespace Repro.Runtime;

/// <summary>How many images of a data set are held back from training, to measure the model on images that it has not seen.</summary>
public abstract record ValidationSize
{
    private ValidationSize()
    {
    }

    /// <summary>
    /// The number of images to hold back out of <paramref name="total"/>. It can be all of them; then none is left to train on.
    /// </summary>
    public abstract int Of(int total);

    /// <summary>A number of images.</summary>
    /// <param name="Number">From 1.</param>
    public sealed record Count(int Number) : ValidationSize
    {
        /// <inheritdoc/>
        public override int Of(int total) => Number;
    }

    /// <summary>A share of the images: the nearest whole number, halves rounded up, and at least 1.</summary>
    /// <param name="Share">More than 0 and less than 1.</param>
    public sealed record Fraction(decimal Share) : ValidationSize
    {
        /// <inheritdoc/>
        public override int Of(int total) => Math.Max(1, (int)decimal.Floor((Share * total) + 0.5m));
    }
}
