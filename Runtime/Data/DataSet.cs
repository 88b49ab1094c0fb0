using static TorchSharp.torch;

namespace Repro.Runtime.Data;

/// <summary>The images of an experiment, in memory.</summary>
/// <param name="Images">N × 3 × height × width, float32: the 8-bit value divided by 255.</param>
/// <param name="Hash">
/// SHA-256, in lowercase hex, of count, width and height (32-bit little endian) and the pixels (rows from the top, red, green, blue)
/// that training sees: decoded, laid over the background, resized.
/// </param>
public sealed record DataSet(Tensor Images, string Hash) : IDisposable
{
    /// <summary>Number of images.</summary>
    public int Count => (int)Images.shape[0];

    /// <summary>Releases the images.</summary>
    public void Dispose() => Images.Dispose();
}
