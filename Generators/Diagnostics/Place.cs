using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Repro.Generators.Diagnostics;

/// <summary>A piece of a file. Unlike Roslyn's <see cref="Location"/>, it compares by value.</summary>
internal readonly record struct Place(string Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>The very beginning of a file.</summary>
    public static Place StartOf(string path) => new(path, default, default);

    /// <summary>The line it starts on, from 1.</summary>
    public int Line => Lines.Start.Line + 1;

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
