namespace Repro.Runtime.Files;

/// <summary>What is wrong with a file that a record lists.</summary>
public enum FileProblem
{
    /// <summary>It is not there, or something else than a file is in its place.</summary>
    Missing,

    /// <summary>It is shorter than it was.</summary>
    Truncated,

    /// <summary>It is longer than it was, or has other bytes.</summary>
    Changed,

    /// <summary>It may not or cannot be read.</summary>
    Unreadable,

    /// <summary>It lies beside the files of the list, which does not have it.</summary>
    Extra,
}
