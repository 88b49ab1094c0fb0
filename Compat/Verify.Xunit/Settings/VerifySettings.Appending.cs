using System.Collections.Immutable;
using System.Text;

namespace VerifyTests;

public partial class VerifySettings
{
    internal ImmutableList<Func<Target>> Appended { get; private set; } = [];

    /// <summary>Adds a text file to the snapshot.</summary>
    /// <param name="content">The text.</param>
    /// <param name="extension">Of a text format, without the dot.</param>
    /// <param name="name">Tells it from the other files of the snapshot.</param>
    public void AppendContentAsFile(string content, string extension = "txt", string? name = null) =>
        Appended = Appended.Add(() => new Target(extension, content, name));

    /// <summary>Adds a text file to the snapshot.</summary>
    /// <param name="content">The text.</param>
    /// <param name="extension">Of a text format, without the dot.</param>
    /// <param name="name">Tells it from the other files of the snapshot.</param>
    public void AppendContentAsFile(StringBuilder content, string extension = "txt", string? name = null) =>
        Appended = Appended.Add(() => new Target(extension, content, name));

    /// <summary>Adds a file to the snapshot.</summary>
    /// <param name="content">The bytes; of a text format, UTF-8.</param>
    /// <param name="extension">Without the dot.</param>
    /// <param name="name">Tells it from the other files of the snapshot.</param>
    public void AppendContentAsFile(byte[] content, string extension = "txt", string? name = null) =>
        Appended = Appended.Add(() => Targets.From(new MemoryStream(content), extension, name));
}
