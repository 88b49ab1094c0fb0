namespace Repro.Architecture.Tests;

/// <summary>One use of a declaration in another folder.</summary>
/// <param name="From">The folder of the use, relative to the project; "." is the project's own folder.</param>
/// <param name="To">The folder of the declaration.</param>
/// <param name="Place">File and line of the use.</param>
/// <param name="Name">What is used.</param>
internal sealed record Arrow(string From, string To, string Place, string Name);
