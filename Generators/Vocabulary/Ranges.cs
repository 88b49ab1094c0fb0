using Repro.Generators.Language.Values;

namespace Repro.Generators.Vocabulary;

/// <summary>The ranges that several keys share.</summary>
internal static class Ranges
{
    /// <summary>Channels, heights, widths, features and latent dimensions.</summary>
    public static readonly WholeNumber Size = new(1, 65536);

    /// <summary>Kernels and strides.</summary>
    public static readonly WholeNumber Step = new(1, 1024);

    public static readonly WholeNumber Padding = new(0, 1024);

    /// <summary>An axis of a sample, or a number of axes.</summary>
    public static readonly WholeNumber Axis = new(1, 3);

    /// <summary>Epochs, batches and numbers of images.</summary>
    public static readonly WholeNumber Count = new(1, 1000000);

    /// <summary>Epochs or steps, possibly none.</summary>
    public static readonly WholeNumber CountOrNone = new(0, 1000000);

    /// <summary>The generator uses 32 bits of the seed, so a larger seed would repeat a smaller one.</summary>
    public static readonly WholeNumber Seed = new(0, uint.MaxValue);

    public static readonly RealNumber Positive = new(1e-20m, 1000);

    public static readonly RealNumber NotNegative = new(0, 1000);

    /// <summary>Quotients of learning rates.</summary>
    public static readonly RealNumber RateQuotient = new(1, 1000000000);

    public static readonly RealNumber Decay = new(0, 1, excludesMaximum: true);

    public static readonly RealNumber Probability = new(0, 1);

    /// <summary>The factor by which an image grows or shrinks.</summary>
    public static readonly RealNumber Scale = new(0.001m, 1024);

    public static readonly RealNumber AnyNumber = new(-1000000, 1000000);

    public static readonly RealNumber Slope = new(0, 1);
}
