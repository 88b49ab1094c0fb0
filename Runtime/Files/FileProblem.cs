namespace Repro.Runtime.Files;

/// <summary>The ways in which a file can differ from its record.</summary>
public enum FileProblem
{
    /// <summary>It is missing, or a folder is in its place.</summary>
    Missing,

    /// <summary>It is shorter than it was.</summary>
    Truncated,

    /// <summary>It is longer than it was, or has different bytes.</summary>
    Changed,

    /// <summary>It cannot be read.</summary>
    Unreadable,

    /// <summary>The record does not list it.</summary>
    Extra,
}
