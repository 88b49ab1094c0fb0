using Repro.Generators.Common;
using Repro.Generators.Syntax;

namespace Repro.Generators.Document;

/// <summary>What one file gives.</summary>
/// <param name="Sections">Its sections, before anything is inherited.</param>
/// <param name="Includes">The files that it includes.</param>
internal sealed record DocumentPart(DocumentEntries Sections, EquatableArray<YamlScalar> Includes);
