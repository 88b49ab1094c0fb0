namespace Repro.Runtime.Data;

/// <summary>The gray value of a colour. It is computed in integers, so every machine gets the same byte.</summary>
public static class Luma
{
    /// <summary>
    /// The luma of ITU-R BT.601, 0.299 · red + 0.587 · green + 0.114 · blue, in 16-bit fixed point, rounded half up: (19595 · red + 38470 ·
    /// green + 7471 · blue + 32768) / 65536. Pillow converts to mode L in the same way. A gray colour keeps its value.
    /// </summary>
    public static byte Of(byte red, byte green, byte blue) => (byte)(((19595 * red) + (38470 * green) + (7471 * blue) + 32768) >> 16);
}
