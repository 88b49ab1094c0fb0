using System.Text.Json;
using System.Text.Json.Serialization;
using Repro.Runtime.Files;

namespace Repro.Runtime.Tracing;

/// <summary>The lines of a trace's file; <c>docs/trace.md</c> describes them.</summary>
internal static class TraceFormat
{
    public const string Name = "repro trace";
    public const int Version = 2;

    /// <summary>
    /// Properties are in the order of the types' parameters, names in camel case, without white space. The same trace gives the same bytes.
    /// </summary>
    public static readonly JsonSerializerOptions Options = StrictJson.Of(new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = TraceJsonContext.Default,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter<TracePhase>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    });

    /// <summary>The first line.</summary>
    public sealed record First(string Format, int Version, TraceHeader Trace);

    /// <summary>The line before the records of a step.</summary>
    public sealed record StepLine(int Step, int Epoch);

    /// <summary>The last line.</summary>
    /// <param name="Lines">The number of lines before it.</param>
    /// <param name="Sha256">The hash of their bytes.</param>
    public sealed record Last(int Lines, string Sha256);
}
