using System.Runtime.CompilerServices;

namespace SixLabors.ImageSharp.Memory;

/// <summary>Allocates the pixels of an image, within a limit that is checked before any memory is taken.</summary>
internal static class PixelMemory
{
    private const long LimitInBytes = 4L << 30;

    internal static TPixel[] Allocate<TPixel>(int width, int height)
        where TPixel : unmanaged
    {
        ThrowIfOverLimit(width, height, Unsafe.SizeOf<TPixel>());
        return new TPixel[width * (long)height];
    }

    internal static void ThrowIfOverLimit(int width, int height, int bytesPerPixel)
    {
        long pixels = width * (long)height;
        if (pixels > Array.MaxLength || pixels * bytesPerPixel > LimitInBytes)
        {
            throw new InvalidMemoryOperationException(
                $"An image of {width}x{height} pixels is over the limit of {LimitInBytes >> 30} GiB.");
        }
    }
}
