using Repro.Generators.Syntax;

namespace Repro.Generators.Document.Parameters;

/// <summary>A parameter of an architecture or a block.</summary>
/// <param name="Name">Its name, without the <c>$</c>.</param>
/// <param name="Value">A number, a word, true, false or a list of numbers; empty when the use must give it.</param>
internal sealed record Parameter(YamlScalar Name, YamlNode Value)
{
    public bool HasValue => Value is not YamlScalar { IsEmpty: true };
}
