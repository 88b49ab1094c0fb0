namespace Repro.Runtime;

/// <summary>A folder of images, as <c>experiments.yaml</c> describes it, and how many of them an experiment takes.</summary>
public sealed record DataSettings
{
    /// <summary>The data set's name in the file.</summary>
    public required string Name { get; init; }

    /// <summary>Folder, relative to the folder of <c>experiments.yaml</c>, with forward slashes.</summary>
    public required string Folder { get; init; }

    /// <summary>File name pattern, such as <c>*.png</c>.</summary>
    public required string Files { get; init; }

    /// <summary>Width of the images in pixels; others are resized.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the images in pixels; others are resized.</summary>
    public required int Height { get; init; }

    /// <summary>Colour that transparent pixels are laid over, as <c>#rrggbb</c>.</summary>
    public required string Background { get; init; }

    /// <summary>How many images are used, the first in ordinal order of their names; <c>null</c> takes all.</summary>
    public required int? Take { get; init; }
}
