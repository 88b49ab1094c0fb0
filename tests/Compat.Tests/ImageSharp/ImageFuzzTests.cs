using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Compat.Tests.ImageSharp;

/// <summary>
/// Files with changes of many kinds: each gives an image or one of the documented exceptions, in memory that its size bounds.
/// 100,000 of them with REPRO_SLOW_TESTS=1.
/// </summary>
public sealed class ImageFuzzTests
{
    /// <summary>What a file of a few kilobytes may take: an image of the largest size that its bytes can tell of.</summary>
    private const long MostMemory = 64 << 20;

    private static readonly int Files = Environment.GetEnvironmentVariable("REPRO_SLOW_TESTS") == "1" ? 50_000 : 1_500;

    [Fact]
    public void ChangedPNGFiles()
    {
        var random = new Random(11);
        (int Type, int Depth)[] kinds = [(0, 1), (0, 16), (2, 8), (3, 4), (4, 8), (6, 16)];
        byte[][] originals = [.. kinds.Select(kind => Png(kind, false)), .. kinds.Select(kind => Png(kind, true))];
        Fuzz(random, originals, RepairPng);

        byte[] Png((int Type, int Depth) kind, bool interlaced) =>
            (PngSample.Random(random, 9, 7, kind.Type, kind.Depth) with { Interlaced = interlaced, LongestChunk = 60 }).ToFile();
    }

    [Fact]
    public void ChangedJPEGFiles()
    {
        byte[][] originals = [.. ReferenceFiles.Jpeg.Expected.Select(file => ReferenceFiles.Jpeg.Read(file[0]))];
        Fuzz(new Random(12), originals, (_, _) => { });
    }

    private static void Fuzz(Random random, byte[][] originals, Action<Random, byte[]> repair)
    {
        var (images, refused) = (0, 0);
        for (int i = 0; i < Files; i++)
        {
            byte[] file = Mutate(random, originals[i % originals.Length], originals[random.Next(originals.Length)]);
            repair(random, file);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Image.Load<Rgba32>(file).Dispose();
                images++;
            }
            catch (Exception exception) when (exception is ImageFormatException or NotSupportedException)
            {
                Assert.NotEmpty(exception.Message);
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
        }

        // The changes reach the decoder behind the headers, and do not all leave the image whole.
        Assert.True(images > Files / 100 && refused > Files / 10, $"{images} images, {refused} refused");
    }

    private static byte[] Mutate(Random random, byte[] original, byte[] other)
    {
        byte[] file = [.. original];
        for (int changes = random.Next(1, 5); changes > 0 && file.Length > 0; changes--)
        {
            int at = random.Next(file.Length);
            int end = Math.Min(file.Length, at + random.Next(1, 40));
            switch (random.Next(8))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    file[at] = random.Next(2) == 0 ? byte.MaxValue : byte.MinValue;
                    break;
                case 3:
                    file = [.. file[..at], .. file[end..]];
                    break;
                case 4:
                    file = [.. file[..end], .. file[at..]];
                    break;
                case 5:
                    random.NextBytes(file.AsSpan(at..end));
                    break;
                case 6:
                    file = [.. file[..at], .. other[Math.Min(at, other.Length)..]];
                    break;
                default:
                    file = file[..at];
                    break;
            }
        }

        return file;
    }

    /// <summary>Makes most checksums right again, so that the changes are looked at.</summary>
    private static void RepairPng(Random random, byte[] file)
    {
        for (int at = 8; at + 12 <= file.Length;)
        {
            long length = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12)
            {
                return;
            }

            if (random.Next(50) > 0)
            {
                byte[] chunk = PngSample.Chunk(
                    System.Text.Encoding.Latin1.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + (int)length)]);
                chunk[^4..].CopyTo(file, at + 8 + (int)length);
            }

            at += 12 + (int)length;
        }
    }
}
