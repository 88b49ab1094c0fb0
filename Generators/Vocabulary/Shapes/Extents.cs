namespace Repro.Generators.Vocabulary.Shapes;

/// <summary>The ranges of values for both directions of an image.</summary>
internal static class Extents
{
    /// <summary>Kernels, strides and dilations.</summary>
    public static readonly ExtentValue Steps = new(Ranges.Step);

    public static readonly ExtentValue Paddings = new(Ranges.Padding);

    /// <summary>Heights and widths.</summary>
    public static readonly ExtentValue Sizes = new(Ranges.Size);

    /// <summary>The padding of each side.</summary>
    public static readonly BordersValue Borders = new(Ranges.Padding);
}
