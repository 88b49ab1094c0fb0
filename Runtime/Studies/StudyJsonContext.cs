using System.Text.Json.Serialization;

namespace Repro.Runtime.Studies;

/// <summary>How the JSON of a study is read and written, generated at build, so that it works in a trimmed program.</summary>
[JsonSerializable(typeof(StudyResults))]
[JsonSerializable(typeof(IReadOnlyList<Measurement>))]
[JsonSerializable(typeof(IReadOnlyList<Summary>))]
internal sealed partial class StudyJsonContext : JsonSerializerContext;
