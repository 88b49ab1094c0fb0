namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The checksum at the end of zlib data (RFC 1950, 8.2).</summary>
internal sealed class Adler32
{
    private const uint Modulus = 65521;

    /// <summary>As many bytes as the sums take before they would overflow.</summary>
    private const int MostAtOnce = 5552;

    private uint sum = 1;
    private uint sumOfSums;

    internal uint Value => (sumOfSums << 16) | sum;

    internal void Add(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            ReadOnlySpan<byte> part = data[..Math.Min(data.Length, MostAtOnce)];
            foreach (byte value in part)
            {
                sum += value;
                sumOfSums += sum;
            }

            (sum, sumOfSums) = (sum % Modulus, sumOfSums % Modulus);
            data = data[part.Length..];
        }
    }
}
