namespace VerifyTests;

public partial class SettingsTask
{
    /// <inheritdoc cref="VerifySettings.DisableDiff"/>
    public SettingsTask DisableDiff() => With(current => current.DisableDiff());

    /// <inheritdoc cref="VerifySettings.AutoVerify"/>
    public SettingsTask AutoVerify(bool includeBuildServer = true, bool throwException = false) =>
        With(current => current.AutoVerify(includeBuildServer, throwException));

    /// <inheritdoc cref="VerifySettings.UseStreamComparer"/>
    public SettingsTask UseStreamComparer(StreamCompare compare, params ReadOnlySpan<string> extensions)
    {
        CurrentSettings.UseStreamComparer(compare, extensions);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseStringComparer"/>
    public SettingsTask UseStringComparer(StringCompare compare, params ReadOnlySpan<string> extensions)
    {
        CurrentSettings.UseStringComparer(compare, extensions);
        return this;
    }
}
