using Microsoft.CodeAnalysis.Text;
using Repro.Generators.Syntax.Diagnostics;
using YamlDotNet.Core;

namespace Repro.Generators.Syntax;

/// <summary>Converts the YAML reader's marks, which count from 1, to places in a file.</summary>
internal sealed class Places(string file, int length)
{
    public Place Start => Place.StartOf(file);

    public Place Between(in Mark start, in Mark end, KeyPath? keys = null)
    {
        var from = Math.Min((int)start.Index, length);
        var to = Math.Min(Math.Max((int)end.Index, from), length);
        var first = PositionOf(start);
        var last = PositionOf(end);
        return new(file, keys, TextSpan.FromBounds(from, to), new(first, last < first ? first : last));
    }

    /// <summary>A single character of the file's text.</summary>
    public Place At(string text, int index)
    {
        var start = SourceText.From(text).Lines.GetLinePosition(index);
        return new(file, null, new(index, 1), new(start, new(start.Line, start.Character + 1)));
    }

    private static LinePosition PositionOf(in Mark mark) =>
        new(Math.Max((int)mark.Line - 1, 0), Math.Max((int)mark.Column - 1, 0));
}
