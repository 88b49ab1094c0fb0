using System.Globalization;
using Repro.Runtime.Imaging;

namespace Repro.Runtime.Captures;

/// <summary>A picture taken after an epoch.</summary>
/// <param name="Epoch">The epoch after which it was taken.</param>
/// <param name="Kind">What it shows: a name of <see cref="CaptureKind"/>.</param>
/// <param name="Picture">The pixels.</param>
public sealed record Capture(int Epoch, string Kind, RgbImage Picture)
{
    /// <summary>The name of its files without extension, such as <c>epoch-010-samples</c>.</summary>
    public string FileName => NameOf(Epoch, Kind);

    /// <summary>The name of the files of a capture, without extension.</summary>
    public static string NameOf(int epoch, string kind) => string.Create(CultureInfo.InvariantCulture, $"epoch-{epoch:D3}-{kind}");

    /// <summary>The epoch and the kind in a name that <see cref="NameOf"/> made; <c>null</c> for any other name.</summary>
    public static (int Epoch, string Kind)? ParseName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split('-', 3) is ["epoch", var number, var kind]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            ? (epoch, kind)
            : null;
    }
}
