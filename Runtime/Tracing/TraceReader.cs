using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Repro.Runtime.Files;

namespace Repro.Runtime.Tracing;

/// <summary>Reads the files of <see cref="TraceWriter"/>, and refuses all others.</summary>
public static class TraceReader
{
    /// <summary>Reads a trace.</summary>
    /// <exception cref="ReproException">The file is missing, cannot be read, is not a trace, or is damaged.</exception>
    public static Trace Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            return Parse(RegularFile.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads the bytes of a trace.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="path">The path of the file, for messages.</param>
    /// <exception cref="ReproException">They are not a trace, or are damaged.</exception>
    public static Trace Parse(ReadOnlyMemory<byte> bytes, string path)
    {
        var lines = Lines(bytes);
        var first = Line<TraceFormat.First>(lines, 0, path, "is not a trace: its first line is not the one that repro trace writes");
        if (first.Format != TraceFormat.Name || first.Version != TraceFormat.Version)
        {
            throw new ReproException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{path}' is a '{first.Format}' of version {first.Version}, and this program reads '{TraceFormat.Name}' of version "
                + $"{TraceFormat.Version}. Use the same version of Repro on both sides."));
        }

        RequireWhole(bytes, lines, path);
        var steps = new List<TraceStep>();
        for (var i = 1; i < lines.Count - 1; i++)
        {
            if (lines[i].Span.StartsWith("{\"step\""u8))
            {
                var step = Line<TraceFormat.StepLine>(lines, i, path);
                steps.Add(new TraceStep(step.Step, step.Epoch, new List<TraceRecord>()));
                continue;
            }

            var record = Line<TraceRecord>(lines, i, path);
            if ((steps.Count == 0 ? "its record is of no step" : record.Result.Problem()) is { } problem)
            {
                throw Damaged(path, i, $"{problem}.");
            }

            ((List<TraceRecord>)steps[^1].Records).Add(record);
        }

        return new Trace(first.Trace, steps);
    }

    private static List<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> bytes)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        while (bytes.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            lines.Add(bytes[..end]);
            bytes = bytes[(end + 1)..];
        }

        lines.Add(bytes);
        return lines;
    }

    /// <summary>Whether the last line closes the file, and has the right count and hash of the others.</summary>
    private static void RequireWhole(ReadOnlyMemory<byte> bytes, List<ReadOnlyMemory<byte>> lines, string path)
    {
        // The bytes after the end of the last line.
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var last = Line<TraceFormat.Last>(lines, lines.Count - 1, path, "is cut off: its last line is not the one that closes a trace");
        var before = bytes.Span[..(lines.Take(lines.Count - 1).Sum(line => line.Length + 1))];
        if (last.Lines != lines.Count - 1 || last.Sha256 != Convert.ToHexStringLower(SHA256.HashData(before)))
        {
            throw new ReproException($"'{path}' is damaged: its lines are not those that its last line has the hash of. Copy it again, "
                + "without a program that changes line ends.");
        }
    }

    private static T Line<T>(List<ReadOnlyMemory<byte>> lines, int index, string path, string? problem = null)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(lines[index].Span, TraceFormat.Options) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw problem is null
                ? Damaged(path, index, e.Message)
                : new ReproException($"'{path}' {problem}. Make it again with repro trace, or copy it again.", e);
        }
    }

    private static ReproException Damaged(string path, int index, string why) =>
        new(string.Create(CultureInfo.InvariantCulture, $"'{path}' is damaged in line {index + 1}: {why} Copy it again."));
}
