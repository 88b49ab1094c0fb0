using System.Security.Cryptography;
using static TorchSharp.torch;

namespace Repro.Runtime.Data;

/// <summary>The images of an experiment, in memory.</summary>
/// <param name="Images">The images to train on: N × channels × height × width, float32, the 8-bit value divided by 255.</param>
/// <param name="Hash">
/// SHA-256, in lowercase hex, of count, width and height (32-bit little endian) and the pixels (rows from the top; red, green, blue, or
/// gray) that training sees: decoded, laid over the background, resized. The images held back, if any, follow in the same way.
/// </param>
public sealed record DataSet(Tensor Images, string Hash) : IDisposable
{
    /// <summary>The images held back from training, in the form of <see cref="Images"/>; <c>null</c> when none are.</summary>
    public Tensor? Validation { get; init; }

    /// <summary>Number of images to train on.</summary>
    public int Count => (int)Images.shape[0];

    /// <summary>Releases the images.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Validation?.Dispose();
    }

    internal static DataSet Of(ImageStack training, ImageStack? validation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        training.AppendTo(hash);
        validation?.AppendTo(hash);
        return new DataSet(training.ToTensor(), Convert.ToHexStringLower(hash.GetHashAndReset())) { Validation = validation?.ToTensor() };
    }
}
