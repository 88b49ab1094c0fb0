namespace Repro.Generators.Document;

/// <summary>Regular expressions of paths that mean the same on every machine.</summary>
internal static class PathPatterns
{
    /// <summary>A name of a file or folder.</summary>
    public const string Segment = @"[^/\\:\u0000-\u001f\u007f-\u009f\ud800-\udfff]+";
}
