using System.Runtime.CompilerServices;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>
/// Reads JPEG files (ITU-T T.81) of 8 bits, gray or in colour, baseline, extended or progressive, with Huffman coding. The pixels are those
/// of libjpeg with its default settings. Profiles and the rotation that Exif data asks for are ignored.
/// </summary>
internal static class JpegReader
{
    /// <summary>A file of more scans takes its time rather than tells of an image.</summary>
    private const int MostScans = 500;

    internal static bool IsJpeg(ReadOnlySpan<byte> file) => file.StartsWith(JpegSegmentReader.Signature);

    internal static ImageInfo Identify(ReadOnlySpan<byte> file)
    {
        var segments = new JpegSegmentReader(file);
        do
        {
            segments.MoveNext();
        }
        while (!JpegMarker.IsFrame(segments.Marker) && segments.Marker is not (JpegMarker.StartOfScan or JpegMarker.EndOfImage));

        JpegFrame frame = JpegMarker.IsFrame(segments.Marker) ? JpegFrame.Parse(segments.Marker, segments.Data) : throw NoFrame();
        return new ImageInfo(new Size(frame.Width, frame.Height), new ImageMetadata(JpegFormat.Instance));
    }

    internal static Image<TPixel> Read<TPixel>(ReadOnlySpan<byte> file)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var colors = new JpegColors();
        JpegFrame frame = ReadScans<TPixel>(file, colors);
        byte[][] planes = [.. frame.Components.Select(component => ToPlane(component, frame))];
        var image = new Image<TPixel>(frame.Width, frame.Height, new ImageMetadata(JpegFormat.Instance));
        bool isRgb = planes.Length == 3 && colors.IsRgb(frame);
        for (int y = 0; y < frame.Height; y++)
        {
            Span<TPixel> row = image.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x].FromRgba32(Color(planes, (y * frame.Width) + x, isRgb));
            }
        }

        return image;
    }

    private static JpegFrame ReadScans<TPixel>(ReadOnlySpan<byte> file, JpegColors colors)
        where TPixel : unmanaged
    {
        JpegFrame? frame = null;
        var tables = new JpegTables();
        int scans = 0;
        var segments = new JpegSegmentReader(file);
        for (segments.MoveNext(); segments.Marker != JpegMarker.EndOfImage; segments.MoveNext())
        {
            switch (segments.Marker)
            {
                case JpegMarker.QuantizationTables:
                    tables.ReadQuantization(segments.Data);
                    break;
                case JpegMarker.HuffmanTables:
                    tables.ReadHuffman(segments.Data);
                    break;
                case JpegMarker.RestartInterval:
                    tables.ReadRestartInterval(segments.Data);
                    break;
                case JpegMarker.StartOfScan:
                    if (++scans > MostScans)
                    {
                        throw JpegError.Damaged($"it has more than {MostScans} scans");
                    }

                    segments.Position = ReadScan(file, segments, frame ?? throw NoFrame(), tables);
                    break;
                case byte marker when JpegMarker.IsFrame(marker):
                    frame = frame is null
                        ? ReadFrame<TPixel>(marker, segments.Data, file.Length)
                        : throw JpegError.Damaged("it has a second frame");
                    break;
                case byte marker:
                    colors.ReadApplication(marker, segments.Data);
                    break;
            }
        }

        return frame is null ? throw NoFrame()
            : frame.Components.All(component => component.Missing.All(bits => bits == 0)) ? frame
            : throw JpegError.Damaged("its scans leave out a part of the image");
    }

    private static JpegFrame ReadFrame<TPixel>(byte marker, ReadOnlySpan<byte> data, int fileLength)
        where TPixel : unmanaged
    {
        JpegFrame frame = JpegFrame.Parse(marker, data);
        try
        {
            PixelMemory.ThrowIfOverLimit(frame.Width, frame.Height, Unsafe.SizeOf<TPixel>());
        }
        catch (InvalidMemoryOperationException exception)
        {
            throw new InvalidImageContentException(
                $"The JPEG file cannot be read: {frame.Width}x{frame.Height} pixels are too many.", exception);
        }

        // Each block takes at least a bit, so that no memory is taken for data that cannot be there.
        long blocks = frame.Components.Sum(component => component.BlocksInRow * (long)component.BlocksInColumn);
        if (blocks > 8L * fileLength || blocks * JpegComponent.BlockSize > Array.MaxLength)
        {
            throw JpegError.Damaged("it has less image data than its size needs");
        }

        foreach (JpegComponent component in frame.Components)
        {
            component.Allocate();
        }

        return frame;
    }

    private static int ReadScan(ReadOnlySpan<byte> file, JpegSegmentReader segments, JpegFrame frame, JpegTables tables)
    {
        JpegScan scan = JpegScan.Parse(segments.Data, frame);
        foreach ((JpegComponent component, _, _) in scan.Components)
        {
            component.Quantization ??= tables.Quantization(component.Table);
        }

        return JpegScanDecoder.Decode(file, segments.Position, frame, scan, tables);
    }

    private static byte[] ToPlane(JpegComponent component, JpegFrame frame)
    {
        byte[] samples = JpegInverseTransform.Transform(component);
        component.Free();
        return JpegUpsampling.Upsample(component, samples, frame);
    }

    private static Rgba32 Color(byte[][] planes, int i, bool isRgb) =>
        planes.Length == 1 ? new Rgba32(planes[0][i], planes[0][i], planes[0][i])
        : isRgb ? new Rgba32(planes[0][i], planes[1][i], planes[2][i])
        : JpegColors.FromYCbCr(planes[0][i], planes[1][i], planes[2][i]);

    private static InvalidImageContentException NoFrame() => JpegError.Damaged("it has no frame header before its scans");
}
