namespace VerifyTests;

internal enum Outcome
{
    Equal,
    New,
    NotEqual,
}

/// <summary>How a target compares with its verified file; the texts are null for binary files.</summary>
internal sealed record Comparison(
    FilePair File, Outcome Outcome, string? Message = null, string? ReceivedText = null, string? VerifiedText = null);
