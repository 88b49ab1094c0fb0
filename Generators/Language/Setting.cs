using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Language;

/// <summary>A value that was read, of any type.</summary>
/// <param name="Place">Its place in the file; that of its owner for a default.</param>
/// <param name="IsInherited">Whether its owner inherits it from another entry.</param>
internal abstract record Setting(Place Place, bool IsInherited);

/// <summary>A value that was read.</summary>
internal sealed record Setting<T>(T Value, Place Place, bool IsInherited) : Setting(Place, IsInherited);
