using Repro.Generators.Document;
using Repro.Generators.Syntax.Diagnostics;
using Keys = Repro.Generators.Document.DataSetKeys;

namespace Repro.Generators.Resolution;

/// <summary>Reads a data set.</summary>
internal static class DataSetReader
{
    public static DataSet? Read(Entry entry, DiagnosticBag diagnostics)
    {
        var settings = entry.Read(Keys.All, diagnostics);
        return settings.Failed || !entry.HasUsableName
            ? null
            : new(
                entry.Name,
                settings.Get(Keys.Folder).TrimEnd('/'),
                settings.Get(Keys.Files),
                Width: settings.Get(Keys.Size)[0],
                Height: settings.Get(Keys.Size)[1],
                settings.Get(Keys.Channels),
                settings.Get(Keys.Background).ToLowerInvariant(),
                settings.Get(Keys.HorizontalFlip),
                settings.Find(Keys.Sha256)?.Value.ToLowerInvariant());
    }
}
