using System.Security.Cryptography;
using System.Text.Json;

namespace Repro.Runtime.Tracing;

/// <summary>Writes a trace as lines of JSON: the header, each step and each record, and a line that closes the file.</summary>
public static class TraceWriter
{
    /// <summary>Writes a trace.</summary>
    public static void Write(Stream stream, Trace trace)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(trace);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = 0;
        Line(new TraceFormat.First(TraceFormat.Name, TraceFormat.Version, trace.Header));
        foreach (var step in trace.Steps)
        {
            Line(new TraceFormat.StepLine(step.Step, step.Epoch));
            foreach (var record in step.Records)
            {
                Line(record);
            }
        }

        Line(new TraceFormat.Last(lines, Convert.ToHexStringLower(hash.GetCurrentHash())));

        void Line<T>(T content)
        {
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(content, TraceFormat.Options), (byte)'\n'];
            hash.AppendData(line);
            stream.Write(line);
            lines++;
        }
    }
}
