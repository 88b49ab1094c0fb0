using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Repro.Generators.Tests.Emit;

/// <summary>The structure of generated code: everything but the contents of strings and comments.</summary>
internal static class CodeShape
{
    /// <summary>Each token and each kind of comment. A string, or a sum of strings, counts only as one.</summary>
    /// <param name="code">The code.</param>
    /// <param name="identifier">A class of it, replaced by ◆.</param>
    public static (string[] Tokens, SyntaxKind[] Trivia) Of(string code, string identifier = "")
    {
        var root = CSharpSyntaxTree.ParseText(code, new(LanguageVersion.CSharp13, DocumentationMode.Parse)).GetRoot();
        Assert.Empty(root.GetDiagnostics());
        var trivia = root.DescendantTrivia().ToArray();
        Assert.All(
            trivia, piece => Assert.False(piece.IsKind(SyntaxKind.DisabledTextTrivia) || piece.IsKind(SyntaxKind.MultiLineCommentTrivia)));
        var tokens = new List<string>();
        foreach (var token in root.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.StringLiteralToken) && tokens is [.., "\"\"", "+"])
            {
                tokens.RemoveAt(tokens.Count - 1);
                continue;
            }

            tokens.Add(token.IsKind(SyntaxKind.StringLiteralToken) ? "\"\"" : Renamed(token.Text, identifier));
        }

        return (
            [.. tokens],
            [.. trivia.Select(piece => piece.Kind()).Distinct().Order()]);
    }

    /// <summary>The values of all strings.</summary>
    public static string[] Strings(string code) =>
    [
        .. CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken))
            .Select(token => token.ValueText),
    ];

    private static string Renamed(string token, string identifier) =>
        token == identifier || token == identifier + "Result" ? $"◆{token[identifier.Length..]}" : token;
}
