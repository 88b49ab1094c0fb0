using Repro.Generators.Common;
using Repro.Generators.Syntax;

namespace Repro.Generators.Document;

/// <summary>The content of one file.</summary>
/// <param name="Sections">Its sections, before inheritance.</param>
/// <param name="Includes">The files that it includes.</param>
internal sealed record DocumentPart(DocumentEntries Sections, EquatableArray<YamlScalar> Includes);
