namespace Repro.Runtime.Tests.Fixtures;

/// <summary>A clock that advances by a second each time it is read.</summary>
internal sealed class FixedClock : TimeProvider
{
    private long reads;

    public override long TimestampFrequency => 1;

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(-11), "far", "far");

    public override long GetTimestamp() => reads++;

    public override DateTimeOffset GetUtcNow() => new(2025, 3, 1, 23, 59, 58, TimeSpan.Zero);
}
