using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Repro.Architecture.Tests;

/// <summary>Finds which folder of a project uses declarations of which other folder.</summary>
/// <remarks>
/// A member counts where it is declared, so the parts of a partial type can lie in folders of different layers.
/// A partial type itself counts as declared in each of its folders; the caller takes the lowest.
/// Comments do not count.
/// </remarks>
internal static class Arrows
{
    /// <summary>Each use, with every folder that declares what is used.</summary>
    public static IEnumerable<(Arrow Arrow, IReadOnlyList<string> Declared)> In(CSharpCompilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees.Where(IsSource))
        {
            var from = Folder(tree.FilePath);
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes().Where(Uses))
            {
                var declared = Declared(model.GetSymbolInfo(node).Symbol);
                if (declared.Count > 0 && !declared.Contains(from))
                {
                    var line = tree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
                    yield return (new Arrow(from, declared[0], $"{tree.FilePath}({line})", node.ToString()), declared);
                }
            }
        }
    }

    /// <summary>The folders of a project that hold sources.</summary>
    public static IReadOnlyList<string> Folders(CSharpCompilation compilation) =>
        [.. compilation.SyntaxTrees.Where(IsSource).Select(tree => Folder(tree.FilePath)).Distinct().Order(StringComparer.Ordinal)];

    private static bool Uses(SyntaxNode node) =>
        node is SimpleNameSyntax
            or BaseObjectCreationExpressionSyntax
            or ConstructorInitializerSyntax
            or BinaryExpressionSyntax
            or PrefixUnaryExpressionSyntax
            or PostfixUnaryExpressionSyntax
            or AssignmentExpressionSyntax
            or ElementAccessExpressionSyntax
            or CastExpressionSyntax;

    private static List<string> Declared(ISymbol? symbol)
    {
        var declaration = symbol switch
        {
            null or INamespaceSymbol or ITypeParameterSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol =>
                null,
            IAliasSymbol alias => alias.Target,
            IMethodSymbol { ReducedFrom: { } extension } => extension,
            // A record's positional constructor and an implicit one are the type's.
            { IsImplicitlyDeclared: true } => symbol.ContainingType,
            _ => symbol,
        };
        return declaration is null
            ? []
            : [.. declaration.OriginalDefinition.DeclaringSyntaxReferences
                .Where(reference => IsSource(reference.SyntaxTree))
                .Select(reference => Folder(reference.SyntaxTree.FilePath))
                .Distinct()];
    }

    /// <summary>Whether a file lies in the project: those that generators and the build add do not.</summary>
    private static bool IsSource(SyntaxTree tree) => tree.FilePath.Length > 0 && !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    private static string Folder(string path) => path.Contains('/') ? path[..path.LastIndexOf('/')] : ".";
}
