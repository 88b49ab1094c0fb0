using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Tests.Weights;

/// <summary>
/// Files with changed bytes and changed headers. Each is refused with a message, or read by the rules of the format. The size of the file
/// bounds the memory. There are 5,000 files, and 200,000 with <c>REPRO_SLOW_TESTS=1</c>.
/// </summary>
public sealed partial class SafetensorsFuzzTests
{
    private static readonly int Files = Thorough.IsOn ? 200_000 : 5_000;

    private static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "4", "8", "24", "28", "1e2", "0.5", "00", "2147483648", "4294967296", "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616", "1e999", "null", "\"8\"", "[]", "{}",
    ];

    private static readonly string[] Words =
    [
        "dtype", "shape", "data_offsets", "__metadata__", "F32", "I64", "F64", "BF16", "F8_E4M3", "", "w", "b", "steps", "\\u0000",
        "\\ud800", "\u00e9", "true",
    ];

    private static readonly WeightTensor[] Weights =
    [
        new("b", WeightType.Float32, [2, 3], Enumerable.Range(0, 24).Select(i => (byte)i).ToArray()),
        new("w\"\u00e9", WeightType.Float32, [1], new byte[] { 1, 2, 3, 4 }),
        new("steps", WeightType.Int64, [], new byte[] { 9, 0, 0, 0, 0, 0, 0, 0 }),
        new("empty", WeightType.Float32, [0, 5], Array.Empty<byte>()),
    ];

    [Fact]
    public void AFileThatLiesIsRefused()
    {
        var random = new Random(21);
        var whole = Whole();
        var (read, refused) = (0, 0);
        for (var i = 0; i < Files; i++)
        {
            var file = i % 2 == 0 ? ChangeBytes(random, whole) : ChangeHeader(random, whole);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                AssertSound(SafetensorsReader.Read(file), file);
                read++;
            }
            catch (InvalidDataException e)
            {
                Assert.StartsWith("This is not a readable safetensors file: ", e.Message, StringComparison.Ordinal);
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000 + (100 * file.Length));
        }

        // The changes reach the checks after the header, and most files are refused.
        Assert.True(read > Files / 100 && refused > Files / 2, $"{read} read, {refused} refused");
    }

    private static void AssertSound(IReadOnlyList<WeightTensor> tensors, byte[] file)
    {
        var header = 8 + BinaryPrimitives.ReadInt64LittleEndian(file);
        Assert.Equal(file.Length - header, tensors.Sum(tensor => (long)tensor.Data.Length));
        Assert.Equal(tensors.Count, tensors.Select(tensor => tensor.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(tensors, tensor => Assert.Equal(
            tensor.Data.Length, tensor.Shape.Aggregate(
                tensor.Type == WeightType.Float32 ? 4L : 8L, (size, dimension) => checked(size * dimension))));
        var at = (int)header;
        foreach (var tensor in tensors)
        {
            Assert.True(tensor.Data.Span.SequenceEqual(file.AsSpan(at, tensor.Data.Length)));
            at += tensor.Data.Length;
        }
    }

    private static byte[] ChangeBytes(Random random, byte[] whole)
    {
        var bytes = whole.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 20)));
                    break;
                default:
                    bytes.InsertRange(at, whole[random.Next(whole.Length)..].Take(random.Next(20)));
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }

    // The length of the header is mostly corrected, so that the change after it is reached.
    private static byte[] ChangeHeader(Random random, byte[] whole)
    {
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(whole);
        var text = Encoding.UTF8.GetString(whole, 8, length).TrimEnd(' ');
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            text = Change(random, text);
        }

        var header = Encoding.UTF8.GetBytes(text + new string(' ', random.Next(9)));
        var claimed = random.Next(10) == 0 ? random.NextInt64() : header.Length;
        var file = new byte[8 + header.Length + (whole.Length - 8 - length)];
        BinaryPrimitives.WriteInt64LittleEndian(file, claimed);
        header.CopyTo(file, 8);
        whole.AsSpan(8 + length).CopyTo(file.AsSpan(8 + header.Length));
        return random.Next(10) == 0 ? [.. file, .. new byte[random.Next(9)]] : file;
    }

    private static string Change(Random random, string text)
    {
        switch (random.Next(7))
        {
            case 0:
                return Replace(random, text, Number(), Numbers[random.Next(Numbers.Length)]);
            case 1:
                return Replace(random, text, Number(), random.NextInt64(40).ToString(CultureInfo.InvariantCulture));
            case 2:
                return Replace(random, text, Word(), $"\"{Words[random.Next(Words.Length)]}\"");
            case 3:
                // Repeats an entry.
                var entries = Entry().Matches(text);
                return entries.Count == 0 ? text : text[..^1] + "," + entries[random.Next(entries.Count)].Value + "}";
            case 4:
                return Replace(random, text, Entry(), "");
            case 5:
                var depth = random.Next(1, 2000);
                return Replace(random, text, Number(), new string('[', depth) + new string(']', depth));
            default:
                return text[..^1] + ",\"__metadata__\":{\"a\":\"b\"}}";
        }
    }

    private static string Replace(Random random, string text, Regex pattern, string replacement)
    {
        var matches = pattern.Matches(text);
        if (matches.Count == 0)
        {
            return text;
        }

        var match = matches[random.Next(matches.Count)];
        return text[..match.Index] + replacement + text[(match.Index + match.Length)..];
    }

    private static byte[] Whole()
    {
        using var stream = new MemoryStream();
        SafetensorsWriter.Write(stream, Weights);
        return stream.ToArray();
    }

    [GeneratedRegex("[0-9]+(?=[],])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("\"[^\"{}]*\":\\{[^{}]*\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
