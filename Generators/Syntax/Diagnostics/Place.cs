using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Repro.Generators.Syntax.Diagnostics;

/// <summary>A piece of a file. Unlike Roslyn's <see cref="Location"/>, it compares by value.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Path">The keys that lead to it; <c>null</c> for the document itself.</param>
/// <param name="Span">Its characters.</param>
/// <param name="Lines">Its lines and columns.</param>
internal readonly record struct Place(string File, KeyPath? Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>The start of a file.</summary>
    public static Place StartOf(string file) => new(file, null, default, default);

    /// <summary>The line it starts on, from 1.</summary>
    public int Line => Lines.Start.Line + 1;

    /// <summary>Its line, named from another place, with the file if it differs: "line 3 of more.yaml".</summary>
    public string LineFrom(Place other) =>
        Invariant($"line {Line}") + (File == other.File ? "" : $" of {System.IO.Path.GetFileName(File)}");

    /// <summary>Its name in messages: the path of keys, or the name of the file without one.</summary>
    public string Name => Path?.ToString() ?? System.IO.Path.GetFileName(File);

    /// <summary>Whether its path of keys begins with the path of another place.</summary>
    public bool IsWithin(Place other) => Path is not null && other.Path is not null && Path.MovedTo(other.Path) == Path;

    public Location ToLocation() => Location.Create(File, Span, Lines);
}
