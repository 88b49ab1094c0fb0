using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Repro.Generators;

/// <summary>Finds the entry point of a program: a top-level statement or a static method <c>Main</c>.</summary>
internal static class EntryPoints
{
    public static bool Is(SyntaxNode node) => node switch
    {
        GlobalStatementSyntax => true,
        MethodDeclarationSyntax method => method.Identifier.ValueText == "Main"
            && method.Modifiers.Any(SyntaxKind.StaticKeyword)
            && method.TypeParameterList is null
            && method.ParameterList.Parameters.Count <= 1,
        _ => false,
    };
}
