using System.Text.RegularExpressions;

namespace Repro.Runtime.Snapshots;

/// <summary>
/// The forms of the fields in the records of a run: snapshots, <c>run.json</c>, losses, traces. A record may come from anybody, and file
/// names are built from its fields.
/// </summary>
public static partial class FieldForm
{
    /// <summary>A name of experiments.yaml: at most 64 letters, digits, '-' and '_', starting with a letter.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>A SHA-256 in lowercase hex.</summary>
    public static bool IsHash(string text) => Hash().IsMatch(text);

    /// <summary>What a snapshot shows of a <see cref="Training.RunningHash"/>: 16 lowercase hex digits.</summary>
    public static bool IsRunningHash(string text) => RunningHash().IsMatch(text);

    /// <summary>An <see cref="EngineIdentity"/>: words of letters and digits, with commas, points, '-' and '+'.</summary>
    public static bool IsEngine(string text) => Engine().IsMatch(text);

    /// <summary>The name of a number of an epoch: words of letters, digits, '-' and '_', with one space between.</summary>
    public static bool IsTerm(string text) => Term().IsMatch(text);

    /// <summary>Width and height of a picture, such as <c>464x134</c>.</summary>
    public static bool IsSize(string text) => Size().IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();

    [GeneratedRegex(@"\A[0-9a-f]{16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RunningHash();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.,+-]*( [A-Za-z0-9.,+-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Engine();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]*( [A-Za-z0-9_-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Term();

    [GeneratedRegex(@"\A[1-9][0-9]{0,8}x[1-9][0-9]{0,8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
