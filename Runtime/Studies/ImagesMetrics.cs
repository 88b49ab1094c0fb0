namespace Repro.Runtime.Studies;

/// <summary>The measurements of the training images themselves.</summary>
/// <param name="Images">How many there are.</param>
/// <param name="Data">Hash of the images.</param>
/// <param name="NeighbourDistance">
/// The mean distance of an image to the nearest other image, in gray levels; <c>null</c> for a single image.
/// </param>
public sealed record ImagesMetrics(int Images, string Data, double? NeighbourDistance);
