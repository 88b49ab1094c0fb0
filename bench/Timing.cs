using System.Text.Json.Serialization;

namespace Repro.Bench;

/// <summary>What one process measured, under the names that <c>pytorch_vae.py</c> prints.</summary>
internal sealed record Timing(
    [property: JsonPropertyName("epoch_seconds_median")] double EpochSeconds,
    [property: JsonPropertyName("peak_rss_mib")] double PeakMebibytes,
    [property: JsonPropertyName("start_to_first_epoch_end_seconds")] double SecondsToFirstEpoch);
