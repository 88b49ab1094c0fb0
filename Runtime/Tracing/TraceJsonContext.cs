using System.Text.Json.Serialization;

namespace Repro.Runtime.Tracing;

/// <summary>How the lines of a trace are read and written, generated at build, so that it works in a trimmed program.</summary>
[JsonSerializable(typeof(TraceFormat.First))]
[JsonSerializable(typeof(TraceFormat.StepLine))]
[JsonSerializable(typeof(TraceRecord))]
[JsonSerializable(typeof(TraceFormat.Last))]
internal sealed partial class TraceJsonContext : JsonSerializerContext;
