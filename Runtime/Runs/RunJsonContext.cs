using System.Text.Json.Serialization;

namespace Repro.Runtime.Runs;

/// <summary>How the JSON of a run is read and written, generated at build, so that it works in a trimmed program.</summary>
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(RunRecordFormat))]
[JsonSerializable(typeof(RunLockOwner))]
internal sealed partial class RunJsonContext : JsonSerializerContext;

/// <summary>The part of <c>run.json</c> that every format has. The first format did not say that it was.</summary>
internal sealed record RunRecordFormat(int Format = 1);
