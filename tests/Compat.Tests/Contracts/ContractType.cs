namespace Repro.Compat.Tests.Contracts;

/// <summary>A type of a contract.</summary>
/// <param name="Key">Namespace, outer types and name, separated by dots, and <c>`n</c> for n generic parameters.</param>
internal sealed record ContractType(string Key)
{
    /// <summary>Everything the contract's heading says after the name.</summary>
    public string Heading { get; set; } = "";

    /// <summary>Its members as <see cref="Signature"/> writes them.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);
}
