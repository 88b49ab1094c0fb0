using Repro.Generators.Common;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model;

/// <summary>What one file gives.</summary>
/// <param name="Sections">Its sections, before anything is inherited.</param>
/// <param name="Includes">The files that it includes.</param>
internal sealed record DocumentPart(Document Sections, EquatableArray<YamlScalar> Includes);
