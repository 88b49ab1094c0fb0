using System.Globalization;
using Repro.Runtime.Captures;
using Repro.Runtime.Imaging;

namespace Repro.Runtime.Snapshots;

/// <summary>The entry of a captured picture in a snapshot.</summary>
/// <param name="Epoch">The epoch after which it was taken.</param>
/// <param name="Kind">What it shows: a name of <see cref="CaptureKind"/>.</param>
/// <param name="Size">Width and height in pixels, such as <c>464x134</c>.</param>
/// <param name="Hash">The hash of its decoded pixels, see <see cref="Imaging.RgbImage.Hash"/>.</param>
public sealed record SnapshotPicture(int Epoch, string Kind, string Size, string Hash)
{
    /// <summary>The name of its files without extension, such as <c>epoch-010-samples</c>.</summary>
    public string FileName => Capture.NameOf(Epoch, Kind);

    /// <summary>The entry of a capture.</summary>
    public static SnapshotPicture Of(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        var picture = capture.Picture;
        return new(capture.Epoch, capture.Kind, SizeOf(picture), picture.Hash);
    }

    /// <summary>Whether a picture is this one: its size and its pixels.</summary>
    public bool Is(RgbImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return SizeOf(picture) == Size && picture.Hash == Hash;
    }

    private static string SizeOf(RgbImage picture) => string.Create(CultureInfo.InvariantCulture, $"{picture.Width}x{picture.Height}");
}
