using System.Text;

namespace VerifyTests;

public partial class SettingsTask
{
    /// <inheritdoc cref="VerifySettings.AppendContentAsFile(string, string, string?)"/>
    public SettingsTask AppendContentAsFile(string content, string extension = "txt", string? name = null) =>
        With(current => current.AppendContentAsFile(content, extension, name));

    /// <inheritdoc cref="VerifySettings.AppendContentAsFile(StringBuilder, string, string?)"/>
    public SettingsTask AppendContentAsFile(StringBuilder content, string extension = "txt", string? name = null) =>
        With(current => current.AppendContentAsFile(content, extension, name));

    /// <inheritdoc cref="VerifySettings.AppendContentAsFile(byte[], string, string?)"/>
    public SettingsTask AppendContentAsFile(byte[] content, string extension = "txt", string? name = null) =>
        With(current => current.AppendContentAsFile(content, extension, name));
}
