namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>What is wrong with a file, in the same words everywhere.</summary>
internal static class JpegError
{
    internal static InvalidImageContentException Damaged(string problem) => new($"The JPEG file is damaged: {problem}.");

    internal static InvalidImageContentException Truncated() => new("The JPEG file is truncated: it ends before its image does.");

    internal static NotSupportedException Unsupported(string what) =>
        new($"JPEG files {what} cannot be read here. Convert the file to PNG, or build with -p:ReproPackages=official.");
}
