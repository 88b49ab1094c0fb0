namespace Repro.Runtime.Captures;

/// <summary>What a captured picture shows, as the names of its files spell it.</summary>
public static class CaptureKind
{
    /// <summary>Images of the data set, in rows, and under each row their reconstructions.</summary>
    public const string Reconstructions = "reconstructions";

    /// <summary>Decoded draws from the prior distribution of the latent vectors.</summary>
    public const string Samples = "samples";

    /// <summary>Decoded points on the lines between pairs of encoded images, a row for each pair.</summary>
    public const string Interpolation = "interpolation";
}
