using System.Text;
using Repro.Runtime.Imaging;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Imaging;

/// <summary>The message about a file that is not a picture says what it is, with a remedy that helps.</summary>
public sealed class FileKindTests
{
    private static readonly byte[] Png = Tiny.Image(1).ToPng();

    private static readonly Dictionary<string, (byte[] File, string What, string Remedy)> Files = new()
    {
        ["Git LFS"] = (
            Text("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1234\n"), "a Git LFS pointer, not the picture itself",
            "git lfs pull"),
        ["CRLF to LF"] = (Replaced("\r\n", "\n"), "line ends were converted (its CR bytes are gone)", ".gitattributes"),
        ["LF to CRLF"] = (Replaced("\n", "\r\n"), "line ends were converted (it has CR bytes too many)", ".gitattributes"),
        ["every LF to CRLF but the first"] = ([.. Png[..7], 13, 10, .. Png[8..]], "line ends were converted", ".gitattributes"),
        ["no LF"] = (Replaced("\n", ""), "line ends were converted (its LF bytes are gone)", ".gitattributes"),
        ["7 bits"] = ([.. Png.Select(value => (byte)(value & 0x7F))], "lost their highest bit", ".gitattributes"),
        ["Latin 1 to UTF-8"] = (Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(Png)), "converted to UTF-8", ".gitattributes"),
        ["invalid UTF-8"] = (Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Png)), "converted to UTF-8", ".gitattributes"),
        ["five bytes"] = (Png[..5], "a PNG that is cut off", "Fetch it again"),
        ["two bytes of JPEG"] = ([0xFF, 0xD8], "a JPEG that is cut off", "Fetch it again"),
        ["empty"] = ([], "it is empty", "Fetch it again"),
        ["zeros"] = (new byte[500], "nothing but zeros", "Fetch it again"),
        ["HTML"] = (Text("\n<!DOCTYPE html>\n<html><body>404</body></html>"), "a web page (HTML)", "Download the picture itself"),
        ["HTML without doctype"] = (Text("<html lang=en>"), "a web page (HTML)", "Download the picture itself"),
        ["SVG"] = (Text("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"), "an SVG drawing", "Render it"),
        ["XML"] = (Text("\uFEFF<?xml version='1.0'?><Error>AccessDenied</Error>"), "an XML text", "Replace it"),
        ["JSON"] = (Text("{\"message\":\"Not Found\"}"), "a JSON text", "Download the picture itself"),
        ["text"] = (Text("no image"), "a text", "Replace it"),
        ["data URL"] = (Text("data:image/png;base64,iVBORw0KGgo="), "a picture as a text", "Decode it"),
        ["Base64"] = (Text(Convert.ToBase64String(Png)), "a PNG as a text", "Decode it"),
        ["GIF"] = (Text("GIF89a\x01\x01"), "a GIF picture", "ReproPackages=official"),
        ["BMP"] = (Text("BM\x01\x01"), "a BMP picture", "ReproPackages=official"),
        ["WebP"] = (Text("RIFF\x01\x01\x01\x01WEBPVP8 "), "a WebP picture", "ReproPackages=official"),
        ["TIFF"] = (Text("II*\0\x08"), "a TIFF picture", "ReproPackages=official"),
        ["AVIF"] = (Text("\0\0\0\u001cftypavif"), "an AVIF picture", "Convert it to PNG."),
        ["HEIC"] = (Text("\0\0\0\u001cftypheic"), "a HEIC picture", "Convert it to PNG."),
        ["JPEG XL"] = ([0xFF, 0x0A, 1], "a JPEG XL picture", "Convert it to PNG."),
        ["PDF"] = (Text("%PDF-1.7"), "a PDF document", "Replace it"),
        ["ZIP"] = ([0x50, 0x4B, 3, 4, 20], "a ZIP archive", "Unpack it"),
        ["gzip"] = ([0x1F, 0x8B, 8], "a gzip archive", "Unpack it"),
        ["anything"] = ([1, 2, 3, 0xFE], "neither a PNG nor a JPEG picture", "Replace it"),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AFileIsNamedWithItsRemedy(string name)
    {
        var (file, what, remedy) = Files[name];
        var error = Assert.Throws<InvalidDataException>(() => PictureFile.Decode(file));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Replaced(string old, string replacement) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Png).Replace(old, replacement, StringComparison.Ordinal));
}
