using System.Text;

namespace VerifyTests;

/// <summary>One file of a snapshot.</summary>
public readonly struct Target
{
    private readonly string? text;
    private readonly Stream? stream;

    /// <summary>A text file.</summary>
    /// <param name="extension">Without the dot; of a text format.</param>
    /// <param name="data">The text.</param>
    /// <param name="name">Tells it from the other files of the snapshot.</param>
    /// <exception cref="ArgumentException">The extension has a dot or is a binary format's.</exception>
    public Target(string extension, string data, string? name = null)
        : this(extension, name, isText: true)
    {
        ArgumentNullException.ThrowIfNull(data);
        text = data;
    }

    /// <summary>A text file.</summary>
    /// <param name="extension">Without the dot; of a text format.</param>
    /// <param name="data">The text.</param>
    /// <param name="name">Tells it from the other files of the snapshot.</param>
    /// <exception cref="ArgumentException">The extension has a dot or is a binary format's.</exception>
    public Target(string extension, StringBuilder data, string? name = null)
        : this(extension, name, isText: true)
    {
        ArgumentNullException.ThrowIfNull(data);
        text = data.ToString();
    }

    /// <summary>A binary file.</summary>
    /// <param name="extension">Without the dot; of a binary format.</param>
    /// <param name="data">The bytes, read from the start and then disposed.</param>
    /// <param name="name">Tells it from the other files of the snapshot.</param>
    /// <exception cref="ArgumentException">The extension has a dot or is a text format's.</exception>
    public Target(string extension, Stream data, string? name = null)
        : this(extension, name, isText: false)
    {
        ArgumentNullException.ThrowIfNull(data);
        stream = data;
    }

    private Target(string extension, string? name, bool isText)
    {
        FileExtension.Check(extension);
        if (FileExtension.IsText(extension) != isText)
        {
            throw new ArgumentException(
                isText
                    ? $"'{extension}' is not known as a text format: pass a Stream."
                    : $"'{extension}' is a text format: pass a string.",
                nameof(extension));
        }

        Extension = extension;
        Name = name;
    }

    /// <summary>The file extension, without the dot.</summary>
    public string Extension { get; }

    /// <summary>What tells it from the other files of the snapshot.</summary>
    public string? Name { get; }

    internal string? Text => text;

    internal byte[] ReadBytes()
    {
        using var source = stream!;
        if (source.CanSeek)
        {
            source.Position = 0;
        }

        using var copy = new MemoryStream();
        source.CopyTo(copy);
        return copy.ToArray();
    }
}
