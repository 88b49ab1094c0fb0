using Repro.Generators.Vocabulary.Layers;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Resolution.Shapes;

/// <summary>The limit on a layer's tensors: an array must hold their values.</summary>
internal static class TensorLimit
{
    public static ShapeResult Check(Layer layer, Shape input, ShapeResult result)
    {
        if (result.Shape is null)
        {
            return result;
        }

        // In double: the exact product of four large numbers can overflow.
        var values = result.Shape.Dimensions.Aggregate(1.0, (product, dimension) => product * dimension);
        if (values > int.MaxValue)
        {
            return Invariant($"its output {result.Shape} has more than {int.MaxValue} values");
        }

        return layer.Weights(input) > int.MaxValue
            ? Invariant($"with input {input} and output {result.Shape} it would have more than {int.MaxValue} weights")
            : result;
    }
}
