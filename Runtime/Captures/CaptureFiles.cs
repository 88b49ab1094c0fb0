namespace Repro.Runtime.Captures;

/// <summary>The files of captures, relative to the folder of their run, with forward slashes.</summary>
internal static class CaptureFiles
{
    /// <summary>The folder of all of them.</summary>
    public const string Folder = "captures";

    /// <summary>The extension of a picture.</summary>
    public const string PictureExtension = ".png";

    /// <summary>The extension of weights.</summary>
    public const string WeightsExtension = ".safetensors";

    /// <summary>The file of a picture.</summary>
    /// <param name="name">The picture's name, see <see cref="Capture.FileName"/>.</param>
    public static string Picture(string name) => $"{Folder}/{name}{PictureExtension}";

    /// <summary>The file of the weights after an epoch.</summary>
    public static string Weights(int epoch) => $"{Folder}/{Capture.NameOf(epoch, "weights")}{WeightsExtension}";
}
