namespace Repro.Cli.Program;

/// <summary>What <see cref="FaultTrials"/> tries.</summary>
/// <param name="Tried">The command line in which operations fail.</param>
public sealed record FaultPlan(string[] Tried)
{
    /// <summary>Which operations count, such as <c>fsync</c>; all when it is empty.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The only operation to fail; 0 to fail all at once; <c>null</c> to fail each in its turn.</summary>
    public int? Number { get; init; }

    /// <summary>The error numbers of the operating system, which take turns.</summary>
    public int[] Errors { get; init; } = [5];

    /// <summary>Command lines that run before; <c>change IMAGE</c> changes an image.</summary>
    public string[][] Prepare { get; init; } = [];

    /// <summary>A command line that then has to succeed; none when it is empty.</summary>
    public string[] After { get; init; } = [];
}
