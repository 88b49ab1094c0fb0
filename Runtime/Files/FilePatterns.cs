using System.Collections;
using System.Runtime.CompilerServices;

namespace Repro.Runtime.Files;

/// <summary>Patterns of file names, such as <c>*.png</c>: a file is meant that matches one of them.</summary>
[CollectionBuilder(typeof(FilePatterns), nameof(Of))]
public sealed class FilePatterns : IReadOnlyList<string>, IEquatable<FilePatterns>
{
    private readonly string[] patterns;

    private FilePatterns(string[] patterns) => this.patterns = patterns;

    /// <summary>The number of patterns.</summary>
    public int Count => patterns.Length;

    /// <summary>A pattern, in the order of the file.</summary>
    public string this[int index] => patterns[index];

    /// <summary>Several patterns.</summary>
    public static FilePatterns Of(ReadOnlySpan<string> patterns) => new([.. patterns]);

    /// <summary>One pattern.</summary>
    public static FilePatterns FromString(string pattern) => new([pattern]);

    /// <summary>One pattern.</summary>
    public static implicit operator FilePatterns(string pattern) => FromString(pattern);

    /// <summary>Whether another has the same patterns in the same order.</summary>
    public bool Equals(FilePatterns? other) => other is not null && patterns.AsSpan().SequenceEqual(other.patterns);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FilePatterns);

    /// <inheritdoc/>
    public override int GetHashCode() => patterns.Aggregate(0, (hash, pattern) => HashCode.Combine(hash, pattern));

    /// <summary>The patterns, as a message names them: <c>*.png, *.PNG</c>.</summary>
    public override string ToString() => string.Join(", ", patterns);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)patterns).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
