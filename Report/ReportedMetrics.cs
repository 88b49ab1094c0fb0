using Repro.Runtime.Studies;

namespace Repro.Report;

/// <summary>What was measured of the weights that a report shows.</summary>
public sealed record ReportedMetrics
{
    /// <summary>The file that the numbers are from, relative to the folder of <c>experiments.yaml</c>.</summary>
    public required string File { get; init; }

    /// <summary>
    /// The seeds of the measured runs of the same specification, images, engine and epochs, this one among them: what the spread is over.
    /// </summary>
    public required IReadOnlyList<long> Seeds { get; init; }

    /// <summary>The numbers after each captured epoch and the last, ascending.</summary>
    public required IReadOnlyList<MeasuredEpoch> Epochs { get; init; }

    /// <summary>The numbers of principal component analysis on the same images.</summary>
    public required IReadOnlyList<MeasuredBaseline> Baselines { get; init; }

    /// <summary>The mean distance of a training image to the nearest other one, in gray levels; <c>null</c> of a lone image.</summary>
    public double? NeighbourDistance { get; init; }
}

/// <summary>The numbers after an epoch.</summary>
public sealed record MeasuredEpoch(int Epoch, IReadOnlyList<MeasuredNumber> Numbers);

/// <summary>The numbers of a baseline.</summary>
/// <param name="Name">Its name, such as <c>pca-50</c>.</param>
/// <param name="Components">How many components it has.</param>
/// <param name="Numbers">Its numbers; no loss is among them.</param>
public sealed record MeasuredBaseline(string Name, int Components, IReadOnlyList<MeasuredNumber> Numbers);

/// <summary>A number.</summary>
/// <param name="Value">
/// That of these weights, of a baseline that with the same seed; <c>null</c> of a baseline that was measured with other seeds alone.
/// </param>
/// <param name="Spread">The metric, and its mean and spread over the seeds.</param>
public sealed record MeasuredNumber(double? Value, Summary Spread);
