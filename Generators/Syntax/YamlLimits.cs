namespace Repro.Generators.Syntax;

/// <summary>How much a file may hold: far more than anybody writes, and little enough that any file is answered in a moment.</summary>
internal static class YamlLimits
{
    /// <summary>Characters of a file.</summary>
    public const int Characters = 1_000_000;

    /// <summary>Keys, values and lists of a file.</summary>
    public const int Nodes = 200_000;

    /// <summary>Keys of an entry, and of any mapping in it.</summary>
    public const int Keys = 200;

    /// <summary>Entries of a section.</summary>
    public const int Entries = 10_000;

    /// <summary>
    /// Lists and mappings within each other: deeper than anything the language has, and shallow enough to read recursively.
    /// </summary>
    public const int Depth = 32;
}
