namespace VerifyTests;

/// <summary>Where a scrubber joins those registered before it.</summary>
public enum ScrubberLocation
{
    /// <summary>It runs before them.</summary>
    First,

    /// <summary>It runs after them.</summary>
    Last,
}
