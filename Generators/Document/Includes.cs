using Repro.Generators.Common;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document;

/// <summary>Reads a file and those that it includes, each once.</summary>
/// <param name="main">The file to begin with; every path is relative to its folder.</param>
/// <param name="others">The files that can be included.</param>
/// <param name="diagnostics">Collects the mistakes.</param>
/// <param name="cancellation">Ends the reading.</param>
internal sealed class Includes(SourceFile main, IReadOnlyList<SourceFile> others, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    /// <summary>The folder of the main file, as text, because the path functions of some systems throw for odd paths.</summary>
    private readonly string folder = Normal(main.Path).Substring(0, Normal(main.Path).LastIndexOf('/') + 1);

    private readonly HashSet<SourceFile> read = [];
    private readonly List<DocumentPart> parts = [];

    /// <summary>Whether a file is part of the document.</summary>
    public bool Holds(SourceFile file) => read.Contains(file);

    /// <summary>The content of each file, before that of its includes; <c>null</c> when a file cannot be read.</summary>
    public IReadOnlyList<DocumentPart>? Read() => Read(main) ? parts : null;

    private bool Read(SourceFile file)
    {
        read.Add(file);
        if (YamlComposer.Compose(file, diagnostics, cancellation) is not { } root || DocumentReader.Read(root, diagnostics) is not { } part)
        {
            return false;
        }

        parts.Add(part);
        return part.Includes.Select(Include).ToArray().All(isRead => isRead);
    }

    private bool Include(YamlScalar path)
    {
        var file = new[] { main }.Concat(others).FirstOrDefault(other => Normal(other.Path) == folder + path.Text);
        if (file is null)
        {
            diagnostics.Report(Descriptors.IncludeNotFound, path.Place, path.Text.Quoted());
            return false;
        }

        if (read.Contains(file))
        {
            diagnostics.Report(Descriptors.IncludedTwice, path.Place, path.Text.Quoted());
            return true;
        }

        return Read(file);
    }

    private static string Normal(string path) => path.Replace('\\', '/');
}
