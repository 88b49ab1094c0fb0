using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>The name of an entry with parameters, and the values for them.</summary>
internal sealed record Instance(YamlScalar Name, YamlMapping Arguments);
