namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The order in which the chunks that decide the pixels have to come, and how often (ISO/IEC 15948, 5.6).</summary>
internal sealed class PngChunkOrder(PngHeader header)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private string last = "IHDR";

    /// <summary>Takes the next chunk, an ancillary one that is skipped included.</summary>
    /// <exception cref="InvalidImageContentException">It may not stand here.</exception>
    internal void Next(string type)
    {
        switch (type)
        {
            case "PLTE" or "tRNS" when seen.Contains(type):
                throw PngError.Damaged($"it has a second chunk '{type}'");
            case "PLTE" or "tRNS" when seen.Contains("IDAT"):
                throw PngError.Damaged($"its chunk '{type}' stands behind the image data");
            case "PLTE" when seen.Contains("tRNS"):
                throw PngError.Damaged("its palette (PLTE) stands behind the transparency (tRNS)");
            case "tRNS" when header.ColorType is PngColorType.GrayscaleWithAlpha or PngColorType.RgbWithAlpha:
                throw PngError.Damaged("it has a chunk 'tRNS' although its pixels have an alpha channel");
            case "IDAT" when seen.Contains("IDAT") && last != "IDAT":
                throw PngError.Damaged($"its image data (IDAT) is interrupted by a chunk '{last}'");
            case "IHDR":
                throw PngError.Damaged("it has a second chunk 'IHDR'");
        }

        seen.Add(type);
        last = type;
    }
}
