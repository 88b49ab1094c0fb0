using Repro.Runtime.Files;

namespace Repro.Runtime;

/// <summary>A folder of images, and how an experiment prepares them, as <c>experiments.yaml</c> describes it.</summary>
public sealed record DataSettings
{
    /// <summary>The data set's name in the file.</summary>
    public required string Name { get; init; }

    /// <summary>Folder, relative to the folder of <c>experiments.yaml</c>, with forward slashes.</summary>
    public required string Folder { get; init; }

    /// <summary>Patterns of the images' paths below the folder, such as <c>*.png</c> or <c>**/*.png</c>.</summary>
    public required FilePatterns Files { get; init; }

    /// <summary>Width of the images in pixels; others are resized.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the images in pixels; others are resized.</summary>
    public required int Height { get; init; }

    /// <summary>3 for red, green and blue, 1 for grayscale.</summary>
    public required int Channels { get; init; }

    /// <summary>Colour that transparent pixels are laid over, as <c>#rrggbb</c>.</summary>
    public required string Background { get; init; }

    /// <summary>Whether training mirrors each image, left to right, with probability ½.</summary>
    public required bool HorizontalFlip { get; init; }

    /// <summary>The <see cref="Data.DataLock.Sha256"/> of the locked images; <c>null</c> when the images are not locked.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>How many images are used: the first ones, in ordinal order of their paths; <c>null</c> takes all.</summary>
    public required int? Take { get; init; }

    /// <summary>How many of the used images are held back from training; <c>null</c> holds none back.</summary>
    public required ValidationSize? Validation { get; init; }
}
