using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Language;

/// <summary>Something that was read.</summary>
/// <param name="Place">Where it stands (for a default: where its owner stands).</param>
/// <param name="IsInherited">Whether it stands in another entry, which its owner is like.</param>
internal abstract record Setting(Place Place, bool IsInherited);

/// <summary>A value that was read.</summary>
internal sealed record Setting<T>(T Value, Place Place, bool IsInherited) : Setting(Place, IsInherited);
