namespace Repro.Runtime.Data;

/// <summary>Lays a transparent colour over an opaque one. It computes in integers, so every machine gets the same byte.</summary>
public static class Compositing
{
    /// <summary>
    /// (colour · alpha + background · (255 − alpha)) / 255, rounded half up: the 8-bit value nearest to the straight-alpha "over"
    /// operator. An alpha of 255 gives the colour itself, an alpha of 0 the background.
    /// </summary>
    public static byte Over(byte colour, byte alpha, byte background) =>
        (byte)(((2 * ((colour * alpha) + (background * (255 - alpha)))) + 255) / 510);
}
