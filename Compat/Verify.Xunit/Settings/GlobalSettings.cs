using VerifyXunit;

namespace VerifyTests;

/// <summary>What <see cref="VerifierSettings"/> and <see cref="Verifier"/> set for every verification of a process.</summary>
internal sealed class GlobalSettings
{
    private readonly HashSet<string> prefixes = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private bool hasRun;

    public static GlobalSettings Process { get; } = new();

    public ComparerTable<StreamCompare> StreamComparers { get; set; } = new();

    public ComparerTable<StringCompare> StringComparers { get; set; } = new();

    public ScrubberList Scrubbers { get; set; } = new();

    public AutoAccept? AutoAccept { get; set; }

    public DerivePathInfo? DerivePathInfo { get; set; }

    public bool Utf8NoBom { get; set; }

    public bool OmitContent { get; set; }

    public bool RepeatedPrefixesAllowed { get; set; }

    /// <exception cref="InvalidOperationException">A verification has run already, with the settings as they were.</exception>
    public void Configure(Action<GlobalSettings> set)
    {
        lock (gate)
        {
            if (hasRun)
            {
                throw new InvalidOperationException(
                    "Settings for the whole process must be called prior to any Verify has run: set them in a [ModuleInitializer].");
            }

            set(this);
        }
    }

    public void MarkRun()
    {
        lock (gate)
        {
            hasRun = true;
        }
    }

    /// <exception cref="InvalidOperationException">Another verification of this process writes the same files.</exception>
    public void ClaimPrefix(string prefix)
    {
        lock (gate)
        {
            if (!prefixes.Add(prefix) && !RepeatedPrefixesAllowed)
            {
                throw new InvalidOperationException(
                    $"The prefix has already been used: {prefix}. Give each verification a name of its own "
                    + "(UseParameters, UseMethodName, UseFileName), or call DisableRequireUniquePrefix.");
            }
        }
    }
}
