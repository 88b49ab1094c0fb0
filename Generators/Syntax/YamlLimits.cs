namespace Repro.Generators.Syntax;

/// <summary>The limits of a file: far more than anybody writes, and few enough for a quick answer to any file.</summary>
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

    /// <summary>Levels of lists and mappings: more than the language needs, and few enough for recursion.</summary>
    public const int Depth = 32;
}
