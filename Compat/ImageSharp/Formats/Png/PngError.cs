namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>What is said of PNG files that break the standard.</summary>
internal static class PngError
{
    internal static InvalidImageContentException Damaged(string how, Exception? cause = null) =>
        cause is null ? new($"The PNG file is damaged: {how}.") : new($"The PNG file is damaged: {how}.", cause);
}
