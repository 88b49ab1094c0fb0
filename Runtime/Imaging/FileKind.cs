using System.Text;

namespace Repro.Runtime.Imaging;

/// <summary>Says what a file is that is neither a PNG nor a JPEG picture, and what to do about it.</summary>
internal static class FileKind
{
    private const string Convert = "Convert it to PNG, or build with -p:ReproPackages=official, which reads this format.";

    private const string ConvertOnly = "Convert it to PNG.";

    private const string FetchAgain = "Fetch it again in binary form, and mark pictures as binary in .gitattributes: *.png binary";

    /// <summary>What files begin with, and what they are. The first that fits counts.</summary>
    private static readonly (byte[] Start, int At, string What, string Remedy)[] Kinds =
    [
        (
            "version https://git-lfs.github.com"u8.ToArray(), 0, "a Git LFS pointer, not the picture itself",
            "Fetch the picture: git lfs pull"),
        ([0x89, .. "PNG\n\x1a\n"u8], 0, "a PNG whose line ends were converted (its CR bytes are gone)", FetchAgain),
        ([0x89, .. "PNG\r\r\n"u8], 0, "a PNG whose line ends were converted (it has CR bytes too many)", FetchAgain),
        ([0x89, .. "PNG\r\n\x1a\r\n"u8], 0, "a PNG whose line ends were converted (it has CR bytes too many)", FetchAgain),
        ([0x89, .. "PNG\r\x1a\0"u8], 0, "a PNG whose line ends were converted (its LF bytes are gone)", FetchAgain),
        ([0x09, .. "PNG\r\n"u8], 0, "a PNG whose bytes lost their highest bit", FetchAgain),
        ([0xC2, 0x89, .. "PNG"u8], 0, "a PNG that was converted to UTF-8 like a text", FetchAgain),
        ([0xEF, 0xBF, 0xBD, .. "PNG"u8], 0, "a PNG that was converted to UTF-8 like a text", FetchAgain),
        ([0x89, .. "PNG"u8], 0, "a PNG that is cut off or damaged in its first bytes", "Fetch it again."),
        ([0xFF, 0xD8], 0, "a JPEG that is cut off in its first bytes", "Fetch it again."),
        ("GIF8"u8.ToArray(), 0, "a GIF picture", Convert),
        ("BM"u8.ToArray(), 0, "a BMP picture", Convert),
        ("II*\0"u8.ToArray(), 0, "a TIFF picture", Convert),
        ("MM\0*"u8.ToArray(), 0, "a TIFF picture", Convert),
        ("WEBP"u8.ToArray(), 8, "a WebP picture", Convert),
        ("qoif"u8.ToArray(), 0, "a QOI picture", Convert),
        ("ftypavi"u8.ToArray(), 4, "an AVIF picture", ConvertOnly),
        ("ftyphei"u8.ToArray(), 4, "a HEIC picture", ConvertOnly),
        ("ftyphev"u8.ToArray(), 4, "a HEIC picture", ConvertOnly),
        ("ftypmif1"u8.ToArray(), 4, "a HEIF picture", ConvertOnly),
        ("JXL "u8.ToArray(), 4, "a JPEG XL picture", ConvertOnly),
        ([0xFF, 0x0A], 0, "a JPEG XL picture", ConvertOnly),
        ("jP  "u8.ToArray(), 4, "a JPEG 2000 picture", ConvertOnly),
        ("8BPS"u8.ToArray(), 0, "a Photoshop document", ConvertOnly),
        ([0, 0, 1, 0], 0, "an icon (ICO)", ConvertOnly),
        ("%PDF"u8.ToArray(), 0, "a PDF document", "Replace it with a picture."),
        ("PK\x03\x04"u8.ToArray(), 0, "a ZIP archive", "Unpack it."),
        ([0x1F, 0x8B], 0, "a gzip archive", "Unpack it."),
        ([0x37, 0x7A, 0xBC, 0xAF], 0, "a 7z archive", "Unpack it."),
    ];

    /// <summary>A sentence that says what the bytes of a file are, and one that says what to do.</summary>
    public static string Describe(ReadOnlySpan<byte> file)
    {
        var (what, remedy) = Find(file);
        return $"it is {what}. {remedy}";
    }

    private static (string What, string Remedy) Find(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            return ("empty", "Fetch it again, or take it away.");
        }

        if (file.IndexOfAnyExcept((byte)0) < 0)
        {
            return ("a file of nothing but zeros, as a crash of the system leaves", "Fetch it again.");
        }

        foreach (var (start, at, what, remedy) in Kinds)
        {
            if (file.Length > at && file[at..].StartsWith(start))
            {
                return (what, remedy);
            }
        }

        return FindText(file);
    }

    private static (string What, string Remedy) FindText(ReadOnlySpan<byte> file)
    {
        var start = file[..Math.Min(file.Length, 1024)];
        if (start.IndexOfAny((byte)0, (byte)1, (byte)2) >= 0)
        {
            return ("neither a PNG nor a JPEG picture", "Replace it with one, or take it away.");
        }

        var text = Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text switch
        {
            _ when Has("<svg") => ("an SVG drawing", "Render it to a PNG picture."),
            _ when text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || Has("<html") =>
                ("a web page (HTML), probably of an error or a login", "Download the picture itself."),
            _ when text.StartsWith('{') || text.StartsWith('[') => ("a JSON text, probably of an error", "Download the picture itself."),
            _ when text.StartsWith('<') => ("an XML text", "Replace it with a picture, or take it away."),
            _ when text.StartsWith("data:image/", StringComparison.Ordinal) =>
                ("a picture as a text (data URL)", "Decode it to a PNG file."),
            _ when text.StartsWith("iVBORw0KGgo", StringComparison.Ordinal) => ("a PNG as a text (Base64)", "Decode it to a PNG file."),
            _ when text.StartsWith("/9j/", StringComparison.Ordinal) => ("a JPEG as a text (Base64)", "Decode it to a JPEG file."),
            _ when text.Contains('\uFFFD', StringComparison.Ordinal) =>
                ("neither a PNG nor a JPEG picture", "Replace it with one, or take it away."),
            _ => ("a text", "Replace it with a picture, or take it away."),
        };

        bool Has(string element) => text.StartsWith('<') && text.Contains(element, StringComparison.OrdinalIgnoreCase);
    }
}
