using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>An entry that has parameters, by its name, and the values that they are given.</summary>
internal sealed record Instance(YamlScalar Name, YamlMapping Arguments);
