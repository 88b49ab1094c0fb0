using Repro.Generators.Common;
using Repro.Generators.Document;
using Repro.Generators.Document.Parameters;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;
using Keys = Repro.Generators.Document.BlockKeys;

namespace Repro.Generators.Resolution;

/// <summary>A block as the file declares it. Its layers are read for each use, since their parameters differ.</summary>
internal sealed record BlockDeclaration(string Name, EquatableArray<Parameter> Parameters, YamlNode Layers)
{
    /// <summary>The block, or <c>null</c> when something is wrong with it.</summary>
    public static BlockDeclaration? Read(Entry entry, DiagnosticBag diagnostics)
    {
        var settings = entry.Read(Keys.All, diagnostics);
        return settings.Failed || !entry.HasUsableName ? null : new(entry.Name, settings.Get(Keys.Parameters), settings.Get(Keys.Layers));
    }
}
