namespace VerifyTests;

public partial class SettingsTask
{
    /// <inheritdoc cref="VerifySettings.UseDirectory"/>
    public SettingsTask UseDirectory(string directory) => With(current => current.UseDirectory(directory));

    /// <inheritdoc cref="VerifySettings.UseFileName"/>
    public SettingsTask UseFileName(string fileName) => With(current => current.UseFileName(fileName));

    /// <inheritdoc cref="VerifySettings.UseMethodName"/>
    public SettingsTask UseMethodName(string name) => With(current => current.UseMethodName(name));

    /// <inheritdoc cref="VerifySettings.UseTypeName"/>
    public SettingsTask UseTypeName(string name) => With(current => current.UseTypeName(name));

    /// <inheritdoc cref="VerifySettings.UseParameters(object?[])"/>
    public SettingsTask UseParameters(params object?[] parameters) => With(current => current.UseParameters(parameters));

    /// <inheritdoc cref="VerifySettings.UseParameters{T}(T)"/>
    public SettingsTask UseParameters<T>(T parameter) => With(current => current.UseParameters(parameter));

    /// <inheritdoc cref="VerifySettings.UseParameters{T}(T[])"/>
    public SettingsTask UseParameters<T>(T[] parameters) => With(current => current.UseParameters(parameters));

    /// <inheritdoc cref="VerifySettings.UseTextForParameters"/>
    public SettingsTask UseTextForParameters(string parametersText) =>
        With(current => current.UseTextForParameters(parametersText));

    /// <inheritdoc cref="VerifySettings.DisableRequireUniquePrefix"/>
    public SettingsTask DisableRequireUniquePrefix() => With(current => current.DisableRequireUniquePrefix());
}
