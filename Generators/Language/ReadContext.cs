using Microsoft.CodeAnalysis;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Language;

/// <summary>What a value is read for.</summary>
/// <param name="Expected">What messages say it must be.</param>
/// <param name="Diagnostics">Takes what is wrong.</param>
internal sealed record ReadContext(string Expected, DiagnosticBag Diagnostics)
{
    /// <summary>Reports a value of another type, and gives <c>false</c>.</summary>
    public bool WrongType(YamlNode node) => Report(Descriptors.WrongType, node);

    /// <summary>Reports a value that is not allowed, and gives <c>false</c>.</summary>
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
