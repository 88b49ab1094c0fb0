namespace Repro.Runtime.Captures;

/// <summary>What a captured picture shows, as its file name spells it.</summary>
public static class CaptureKind
{
    /// <summary>Rows of images of the data set, each above a row of their reconstructions.</summary>
    public const string Reconstructions = "reconstructions";

    /// <summary>Decoded draws from the prior distribution of the latent vectors.</summary>
    public const string Samples = "samples";

    /// <summary>Decoded points on the lines between pairs of encoded images, a row for each pair.</summary>
    public const string Interpolation = "interpolation";
}
