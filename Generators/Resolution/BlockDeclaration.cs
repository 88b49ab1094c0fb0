using Repro.Generators.Common;
using Repro.Generators.Document;
using Repro.Generators.Document.Parameters;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;
using Keys = Repro.Generators.Document.BlockKeys;

namespace Repro.Generators.Resolution;

/// <summary>A block as the file declares it. Its layers are read for each use, because the parameters differ.</summary>
internal sealed record BlockDeclaration(string Name, EquatableArray<Parameter> Parameters, YamlNode Layers)
{
    /// <summary>The block; <c>null</c> after a mistake.</summary>
    public static BlockDeclaration? Read(Entry entry, DiagnosticBag diagnostics)
    {
        var settings = entry.Read(Keys.All, diagnostics);
        return settings.Failed || !entry.HasUsableName ? null : new(entry.Name, settings.Get(Keys.Parameters), settings.Get(Keys.Layers));
    }
}
