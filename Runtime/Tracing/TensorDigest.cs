using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace Repro.Runtime.Tracing;

/// <summary>
/// A tensor in a few bytes. Its values, in row-major order, are cut into at most 64 blocks. The digest has a hash and the first value of
/// each. Two digests tell which blocks differ, and often the first value that differs.
/// </summary>
/// <param name="Type">The type of the values, such as <c>float32</c>.</param>
/// <param name="Shape">The size of each dimension.</param>
/// <param name="Scale">The root of the mean square of the values; 0 when it is not computed.</param>
/// <param name="Hashes">For each block, the first eight bytes, in hex, of the SHA-256 of its values, little endian.</param>
/// <param name="Firsts">The first value of each block: its bytes, little endian, in hex.</param>
/// <param name="Stored">The values that are stored in full.</param>
public sealed record TensorDigest(
    string Type, IReadOnlyList<long> Shape, double Scale, string Hashes, string Firsts, StoredValues? Stored = null)
{
    private const int MostBlocks = 64;
    private const int HashBytes = 8;

    /// <summary>The number of values.</summary>
    [JsonIgnore]
    public long Count { get; } = Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>
    /// The number of values in a block. It is odd, so that the first values of the blocks are not all at the border of an image.
    /// </summary>
    [JsonIgnore]
    public long BlockSize => BlockSizeOf(Count);

    /// <summary>The number of blocks.</summary>
    [JsonIgnore]
    public int Blocks => BlocksOf(Count);

    /// <summary>A text that identifies the tensor: the same values in the same shape have the same text.</summary>
    [JsonIgnore]
    public string Text =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Type} {string.Join(' ', Shape)} {Hashes}")).AsSpan(0, HashBytes));

    private bool IsWhole => Stored is { First: 0 } stored && stored.Bytes.Length == Count * ElementType.SizeOf(Type);

    /// <summary>The digest of a tensor.</summary>
    /// <param name="tensor">The tensor, on any device, in any layout.</param>
    /// <param name="withScale">Whether to compute <see cref="Scale"/>.</param>
    /// <param name="stored">The number of the block to store in full, from 0; −1 for all blocks, <c>null</c> for none.</param>
    public static TensorDigest Of(Tensor tensor, bool withScale = false, int? stored = null)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        Span<byte> values = tensor.detach().cpu().contiguous().bytes.ToArray();
        ElementType.UnifyNaNs(tensor.dtype, values);
        var type = ElementType.NameOf(tensor.dtype);
        var size = (int)tensor.ElementSize;
        var (hashes, firsts) = (new StringBuilder(), new StringBuilder());
        StoredValues? kept = stored == -1 ? new StoredValues(0, values.ToArray()) : null;
        var blockBytes = (int)BlockSizeOf(tensor.numel()) * size;
        for (var block = 0; block < BlocksOf(tensor.numel()); block++)
        {
            var part = values.Slice(block * blockBytes, Math.Min(blockBytes, values.Length - (block * blockBytes)));
            hashes.Append(Convert.ToHexStringLower(SHA256.HashData(part).AsSpan(0, HashBytes)));
            firsts.Append(Convert.ToHexStringLower(part[..size]));
            kept = block == stored ? new StoredValues((long)block * blockBytes / size, part.ToArray()) : kept;
        }

        return new(
            type, tensor.shape, withScale && ElementType.IsFloat32(type) ? ScaleOf(values) : 0, hashes.ToString(), firsts.ToString(), kept);
    }

    /// <summary>The first block, from 0, in which two tensors of the same type and shape differ; <c>null</c> when they are equal.</summary>
    public int? FirstDifferentBlock(TensorDigest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var block = 0; block < Blocks; block++)
        {
            if (!HashOf(block).SequenceEqual(other.HashOf(block)))
            {
                return block;
            }
        }

        return null;
    }

    /// <summary>The number of blocks in which two tensors of the same type and shape differ.</summary>
    public int DifferentBlocks(TensorDigest other) =>
        Enumerable.Range(0, Blocks).Count(block => !HashOf(block).SequenceEqual(other.HashOf(block)));

    /// <summary>The bytes of a value, if they are stored.</summary>
    public byte[]? ValueAt(long index)
    {
        var size = ElementType.SizeOf(Type)!.Value;
        if (index % BlockSize == 0)
        {
            return Convert.FromHexString(Firsts.AsSpan(checked((int)(index / BlockSize)) * size * 2, size * 2));
        }

        return Stored is { } stored && index >= stored.First && (index - stored.First + 1) * size <= stored.Bytes.Length
            ? stored.Bytes.AsSpan(checked((int)(index - stored.First)) * size, size).ToArray()
            : null;
    }

    /// <summary>The indices of the values that two digests of the same shape both have: all of them, or the first of each block.</summary>
    public IEnumerable<long> CommonValues(TensorDigest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var step = IsWhole && other.IsWhole ? 1 : BlockSize;
        for (long place = 0; place < Count; place += step)
        {
            yield return place;
        }
    }

    /// <summary>The problem of a digest from a file whose parts do not fit together; <c>null</c> when they do.</summary>
    internal string? Problem()
    {
        var most = 1L << 40;
        if (ElementType.SizeOf(Type) is not { } size)
        {
            return $"there is no type '{Type}'";
        }

        if (Shape.Any(length => length < 0)
            || Shape.Where(length => length > 0).Aggregate(1.0, (product, length) => product * length) > most)
        {
            return "the shape is impossible";
        }

        if (Hashes.Length != Blocks * HashBytes * 2
            || Firsts.Length != Blocks * size * 2
            || !Hashes.All(char.IsAsciiHexDigitLower)
            || !Firsts.All(char.IsAsciiHexDigitLower))
        {
            return "the blocks do not fit the shape";
        }

        return Stored is { } stored
            && (stored.First < 0 || stored.Bytes.Length % size != 0 || stored.First + (stored.Bytes.Length / size) > Count)
            ? "the values do not fit the shape"
            : null;
    }

    private static long BlockSizeOf(long count) => count <= MostBlocks ? 1 : ((count + MostBlocks - 1) / MostBlocks) | 1;

    private static int BlocksOf(long count) => (int)((count + BlockSizeOf(count) - 1) / BlockSizeOf(count));

    private static double ScaleOf(ReadOnlySpan<byte> values)
    {
        double squares = 0;
        for (var i = 0; i < values.Length; i += sizeof(float))
        {
            double value = ElementType.Number(values[i..]);
            squares += value * value;
        }

        return values.Length == 0 ? 0 : Math.Sqrt(squares / (values.Length / sizeof(float)));
    }

    private ReadOnlySpan<char> HashOf(int block) => Hashes.AsSpan(block * HashBytes * 2, HashBytes * 2);
}
