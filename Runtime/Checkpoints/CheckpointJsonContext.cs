using System.Text.Json.Serialization;

namespace Repro.Runtime.Checkpoints;

/// <summary>How the JSON of a checkpoint is read and written, generated at build, so that it works in a trimmed program.</summary>
[JsonSerializable(typeof(CheckpointManifest))]
[JsonSerializable(typeof(CheckpointState))]
internal sealed partial class CheckpointJsonContext : JsonSerializerContext;
