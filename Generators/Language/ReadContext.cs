using Microsoft.CodeAnalysis;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Language;

/// <summary>The context in which a value is read.</summary>
/// <param name="Expected">The expected value, in words for messages.</param>
/// <param name="Diagnostics">Collects the mistakes.</param>
internal sealed record ReadContext(string Expected, DiagnosticBag Diagnostics)
{
    /// <summary>Reports a value of the wrong type and returns <c>false</c>.</summary>
    public bool WrongType(YamlNode node) => Report(Descriptors.WrongType, node);

    /// <summary>Reports a value out of range and returns <c>false</c>.</summary>
    public bool OutOfRange(YamlNode node) => Report(Descriptors.OutOfRange, node);

    private bool Report(DiagnosticDescriptor descriptor, YamlNode node)
    {
        if (node is not YamlInvalid)
        {
            Diagnostics.Report(descriptor, node.Place, Expected, node.Description);
        }

        return false;
    }
}
