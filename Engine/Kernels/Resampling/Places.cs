namespace Repro.Engine.Kernels.Resampling;

/// <summary>
/// Where each element of an axis went: the inverse of a list of sources, with the places of each element in ascending order.
/// </summary>
internal sealed class Places
{
    private readonly long[] first;
    private readonly long[] places;

    /// <summary>The places of elements 0 to <paramref name="length"/> − 1; negative sources are no element's.</summary>
    public Places(long[] source, long length)
    {
        Count = source.Length;
        Length = length;
        first = new long[length + 1];
        foreach (var element in source.Where(element => element >= 0))
        {
            first[element + 1]++;
            Longest = Math.Max(Longest, first[element + 1]);
        }

        for (var element = 0L; element < length; element++)
        {
            first[element + 1] += first[element];
        }

        places = new long[first[length]];
        var next = first.ToArray();
        for (var place = 0L; place < source.Length; place++)
        {
            if (source[place] >= 0)
            {
                places[next[source[place]]++] = place;
            }
        }
    }

    /// <summary>How many places there are.</summary>
    public long Count { get; }

    /// <summary>How many elements there are.</summary>
    public long Length { get; }

    /// <summary>The most places that one element has.</summary>
    public long Longest { get; }

    public ReadOnlySpan<long> Of(long element) => places.AsSpan((int)first[element], (int)(first[element + 1] - first[element]));
}
