using System.Globalization;

namespace Repro.Runtime.Runs;

/// <summary>Which process runs an experiment.</summary>
/// <param name="Process">Its id.</param>
/// <param name="Host">The machine.</param>
/// <param name="Since">When it took the lock, in UTC.</param>
public sealed record RunLockOwner(int Process, string Host, DateTimeOffset Since)
{
    /// <summary>The owner in words: <c>process 12 on host since 2025-03-01 23:59:58 UTC</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"process {Process} on {Host} since {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
}
