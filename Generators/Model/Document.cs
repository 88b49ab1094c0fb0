namespace Repro.Generators.Model;

/// <summary>The sections of a file.</summary>
internal sealed record Document(IReadOnlyList<Entry> Data, IReadOnlyList<Entry> Blocks, IReadOnlyList<Entry> Architectures, IReadOnlyList<Entry> Experiments);
