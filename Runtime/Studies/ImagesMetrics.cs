namespace Repro.Runtime.Studies;

/// <summary>What was measured of training images themselves.</summary>
/// <param name="Images">How many there are.</param>
/// <param name="Data">Hash of the images.</param>
/// <param name="NeighbourDistance">The mean distance of an image to the nearest other one, in gray levels; <c>null</c> of a lone image.</param>
public sealed record ImagesMetrics(int Images, string Data, double? NeighbourDistance);
