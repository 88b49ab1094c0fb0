using Repro.Generators.Resolution.Shapes;

namespace Repro.Generators.Emit;

/// <summary>Writes the calls of a stack of layers, one after the other.</summary>
internal static class LayerCalls
{
    /// <param name="writer">Takes the code.</param>
    /// <param name="parts">The layers and blocks.</param>
    /// <param name="input">The variable that the first layer reads.</param>
    /// <param name="output">The variable, declared here, that every layer writes.</param>
    public static void Emit(CodeWriter writer, IEnumerable<ShapedPart> parts, string input, string output)
    {
        var (declaration, variable) = ("var ", input);
        foreach (var part in parts)
        {
            writer.Line($"{declaration}{output} = {part.Apply(variable)};");
            (declaration, variable) = ("", output);
        }
    }
}
