using System.Globalization;

namespace Repro.Cli.Tests.Processes;

/// <summary>Whether processes that a test starts can be sent signals.</summary>
internal static class Signals
{
    private const string Status = "/proc/self/status";
    private const string Ignored = "SigIgn:";

    /// <summary>The bit of SIGINT, signal 2.</summary>
    private const ulong Interrupt = 1 << 1;

    /// <summary>Why not; <c>null</c> if they can.</summary>
    public static string? WhyNot { get; } =
        OperatingSystem.IsWindows() ? "Windows has no signals that one process can send another."
        : IgnoresInterrupts() ? "The tests were started with interrupts ignored, as a shell without job control does in the background, "
            + "and so would every process of theirs."
        : null;

    private static bool IgnoresInterrupts() =>
        File.Exists(Status)
        && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } mask
        && (ulong.Parse(mask[Ignored.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
}
