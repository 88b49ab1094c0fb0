namespace VerifyTests;

/// <summary>What a comparer found.</summary>
/// <param name="isEqual">Whether the received snapshot passes for the verified one.</param>
public readonly struct CompareResult(in bool isEqual)
{
    /// <summary>The snapshots are the same.</summary>
    public static readonly CompareResult Equal = new(true);

    private CompareResult(string? message)
        : this(false) => Message = message;

    /// <summary>The snapshots differ.</summary>
    /// <param name="message">Shown in the failure in place of the two texts.</param>
    public static CompareResult NotEqual(in string? message = null) => new(message);

    /// <summary>Whether the received snapshot passes for the verified one.</summary>
    public bool IsEqual { get; } = isEqual;

    /// <summary>How the snapshots differ, in the comparer's words.</summary>
    public string? Message { get; }
}
