namespace VerifyTests;

/// <summary>Settings of one verification.</summary>
public partial class VerifySettings
{
    /// <summary>The defaults.</summary>
    public VerifySettings()
    {
    }

    /// <summary>A copy.</summary>
    /// <param name="settings">What to copy; null stands for the defaults.</param>
    public VerifySettings(VerifySettings? settings)
    {
        if (settings is null)
        {
            return;
        }

        Directory = settings.Directory;
        Name = settings.Name;
        StreamComparers = settings.StreamComparers;
        StringComparers = settings.StringComparers;
        Scrubbers = settings.Scrubbers;
        Appended = settings.Appended;
        AutoAccept = settings.AutoAccept;
        RepeatedPrefixAllowed = settings.RepeatedPrefixAllowed;
        Context = new Dictionary<string, object>(settings.Context, StringComparer.Ordinal);
    }

    /// <summary>Handed to comparers.</summary>
    public Dictionary<string, object> Context { get; } = new(StringComparer.Ordinal);

    internal AutoAccept? AutoAccept { get; private set; }

    /// <summary>No diff tool is started. None ever is.</summary>
#pragma warning disable CA1822 // An instance method in the official API.
    public void DisableDiff()
    {
    }
#pragma warning restore CA1822

    /// <summary>Accepts every difference.</summary>
    /// <param name="includeBuildServer">Accept on build servers too.</param>
    /// <param name="throwException">Fail the test nevertheless.</param>
    public void AutoVerify(bool includeBuildServer = true, bool throwException = false) =>
        AutoAccept = AutoAccept.When(includeBuildServer, throwException);
}
