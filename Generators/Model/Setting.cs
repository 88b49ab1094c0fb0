using Repro.Generators.Diagnostics;

namespace Repro.Generators.Model;

/// <summary>A value that was read, and where it stands (for a default: where its owner stands).</summary>
internal sealed record Setting<T>(T Value, Place Place);
