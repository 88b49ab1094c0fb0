using System.Text;

namespace VerifyTests;

internal static class TextFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly UTF8Encoding Utf8NoBom = new(encoderShouldEmitUTF8Identifier: false);

    public static string Read(string path) => Lines.WithLineFeeds(File.ReadAllText(path, Utf8));

    public static void Write(string path, string text, bool noBom) =>
        File.WriteAllText(path, text, noBom ? Utf8NoBom : Utf8);
}
