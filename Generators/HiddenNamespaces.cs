using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators;

/// <summary>
/// Finds types of the project that hide a namespace which generated code uses. The compiler then takes the name for the type everywhere. No
/// other user name can break generated code.
/// </summary>
internal static class HiddenNamespaces
{
    private static readonly ImmutableHashSet<string> Roots = ["System", "TorchSharp", "Repro"];

    private static readonly ImmutableHashSet<string> InRepro = ["Cli", "Experiments", "Runtime"];

    public static bool Is(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => Hides(type.Identifier.ValueText, type.Parent),
        DelegateDeclarationSyntax type => Hides(type.Identifier.ValueText, type.Parent),
        _ => false,
    };

    public static DiagnosticInfo Report(GeneratorSyntaxContext context)
    {
        var name = context.Node is DelegateDeclarationSyntax type ? type.Identifier : ((BaseTypeDeclarationSyntax)context.Node).Identifier;
        var location = name.GetLocation().GetLineSpan();
        var hidden = context.Node.Parent is BaseNamespaceDeclarationSyntax ? $"Repro.{name.ValueText}" : name.ValueText;
        return new(
            Descriptors.HiddenNamespace,
            new(location.Path, null, name.Span, location.Span),
            new([hidden]));
    }

    private static bool Hides(string name, SyntaxNode? parent) => parent switch
    {
        CompilationUnitSyntax => Roots.Contains(name),
        BaseNamespaceDeclarationSyntax { Parent: CompilationUnitSyntax } outer =>
            outer.Name.ToString() == "Repro" && InRepro.Contains(name),
        _ => false,
    };
}
