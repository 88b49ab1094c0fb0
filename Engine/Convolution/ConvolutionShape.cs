namespace Repro.Engine.Convolution;

/// <summary>
/// The sizes of a convolution from a large image to a small one, or of the transposed one from the small to the large.
/// </summary>
internal readonly record struct ConvolutionShape
{
    public required int Images { get; init; }

    public required int LargeRows { get; init; }

    public required int LargeColumns { get; init; }

    public required int LargeChannels { get; init; }

    public required int SmallRows { get; init; }

    public required int SmallColumns { get; init; }

    public required int SmallChannels { get; init; }

    public required int KernelRows { get; init; }

    public required int KernelColumns { get; init; }

    public required int StrideRows { get; init; }

    public required int StrideColumns { get; init; }

    public required int PaddingRows { get; init; }

    public required int PaddingColumns { get; init; }

    public required int DilationRows { get; init; }

    public required int DilationColumns { get; init; }

    /// <summary>Numbers of a large image.</summary>
    public long LargeSize => (long)LargeRows * LargeColumns * LargeChannels;

    /// <summary>Numbers of a small image.</summary>
    public long SmallSize => (long)SmallRows * SmallColumns * SmallChannels;
}
