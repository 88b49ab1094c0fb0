namespace Repro.Engine.Kernels.Pooling;

/// <summary>
/// The windows along one axis of an image: where each begins, how many elements it has inside, and what its size counts as.
/// </summary>
internal sealed class WindowAxis
{
    private readonly long[] first;
    private readonly long[] inside;
    private readonly long[] counted;

    private WindowAxis(long size, long count, long step)
    {
        (Size, Step) = (size, step);
        (first, inside, counted) = (new long[count], new long[count], new long[count]);
    }

    /// <summary>The size of the image.</summary>
    public long Size { get; }

    /// <summary>From one element of a window to the next.</summary>
    public long Step { get; }

    /// <summary>The number of windows.</summary>
    public long Count => first.LongLength;

    /// <summary>The most elements that a window has.</summary>
    public long Longest => inside.Length == 0 ? 0 : inside.Max();

    /// <summary>Whether a window has no element inside the image.</summary>
    public bool AnyEmpty => inside.Contains(0);

    public long First(long window) => first[window];

    /// <summary>Elements of the window that are inside the image.</summary>
    public long Inside(long window) => inside[window];

    /// <summary>Elements of the window inside the image or its padding, dilation aside.</summary>
    public long Counted(long window) => counted[window];

    /// <summary>
    /// Windows of one size at equal distances, over an image with padding on both sides; a last one that hangs over if
    /// <paramref name="ceil"/>.
    /// </summary>
    public static WindowAxis Sliding(long size, long kernel, long stride, long padding, long dilation, bool ceil)
    {
        var room = size + (2 * padding) - (dilation * (kernel - 1)) - 1;
        if (room < 0)
        {
            return new WindowAxis(size, 0, dilation);
        }

        var count = ((room + (ceil ? stride - 1 : 0)) / stride) + 1;
        var windows = new WindowAxis(size, ceil && (count - 1) * stride >= size + padding ? count - 1 : count, dilation);
        for (var i = 0L; i < windows.Count; i++)
        {
            var start = (i * stride) - padding;
            var skipped = start < 0 ? (-start + dilation - 1) / dilation : 0;
            windows.first[i] = start + (skipped * dilation);
            windows.inside[i] = Math.Max(0, Math.Min(kernel - skipped, (size - windows.first[i] + dilation - 1) / dilation));
            windows.counted[i] = Math.Min(start + kernel, size + padding) - start;
        }

        return windows;
    }

    /// <summary>
    /// The given number of windows, which together cover the image. Window i goes from ⌊i·size/count⌋ to before ⌈(i + 1)·size/count⌉.
    /// </summary>
    public static WindowAxis Covering(long size, long count)
    {
        var windows = new WindowAxis(size, count, 1);
        for (var i = 0L; i < count; i++)
        {
            windows.first[i] = i * size / count;
            windows.inside[i] = (((i + 1) * size) + count - 1) / count - windows.first[i];
            windows.counted[i] = windows.inside[i];
        }

        return windows;
    }
}
