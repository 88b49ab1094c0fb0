using Repro.Generators.Shapes;

namespace Repro.Generators.Emit;

/// <summary>Writes the calls of a stack of layers, one after the other.</summary>
internal static class LayerCalls
{
    /// <param name="writer">Takes the code.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="input">The variable that the first layer reads.</param>
    /// <param name="output">The variable, declared here, that every layer writes.</param>
    public static void Emit(CodeWriter writer, IEnumerable<ShapedLayer> layers, string input, string output)
    {
        var (declaration, variable) = ("var ", input);
        foreach (var shaped in layers)
        {
            writer.Line($"{declaration}{output} = {shaped.Layer.Apply(shaped.Field, variable, shaped.Input)};");
            (declaration, variable) = ("", output);
        }
    }
}
