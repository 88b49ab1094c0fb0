using Repro.Generators.Common;
using Repro.Generators.Vocabulary.Blocks;
using Repro.Generators.Vocabulary.Layers;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Resolution.Shapes;

/// <summary>Infers the shape after each part of an architecture's encoder or decoder.</summary>
/// <param name="classes">The classes of the architecture's blocks.</param>
internal sealed class StackInference(BlockClasses classes)
{
    /// <summary>The limit on the layers of an encoder or a decoder, where blocks and repeats count each time.</summary>
    public const int MostLayers = 4096;

    private int layers;

    /// <summary>The part that does not fit; <c>null</c> when all fit.</summary>
    public StackProblem? Problem { get; private set; }

    /// <summary>The parts with their shapes; <c>null</c> when one does not fit.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="place">Their place.</param>
    /// <param name="input">The shape before the first.</param>
    /// <param name="trail">Collects the shapes.</param>
    public EquatableArray<ShapedPart>? Infer(EquatableArray<PlacedPart> parts, StackPlace place, Shape input, Trail trail)
    {
        var shaped = new List<ShapedPart>();
        return Append(shaped, parts, place, input, trail) is null ? null : shaped.ToEquatableArray();
    }

    private Shape? Append(List<ShapedPart> shaped, EquatableArray<PlacedPart> parts, StackPlace place, Shape input, Trail trail)
    {
        var current = input;
        for (var i = 0; i < parts.Count; i++)
        {
            var next = parts[i].Part is Repeat repeat
                ? AppendRounds(shaped, repeat, place, i + 1, current, trail)
                : AppendPart(shaped, parts[i], place, i + 1, current, trail);
            if (next is null)
            {
                var problem = Problem! with { Heir = parts[i].Heir };
                Problem = parts[i].Part switch
                {
                    Block => problem with { Part = parts[i], IsInside = true },
                    Repeat => problem with { IsInside = true },
                    _ => problem,
                };
                return null;
            }

            current = next;
        }

        return current;
    }

    private Shape? AppendRounds(List<ShapedPart> shaped, Repeat repeat, StackPlace place, int number, Shape input, Trail trail)
    {
        var current = input;
        for (var round = 1L; round <= repeat.Times; round++)
        {
            if (Append(shaped, repeat.Layers, place.Round(number, round), current, trail) is not { } next)
            {
                return null;
            }

            current = next;
        }

        return current;
    }

    private Shape? AppendPart(List<ShapedPart> shaped, PlacedPart placed, StackPlace place, int number, Shape input, Trail trail)
    {
        ShapedPart? part = placed.Part switch
        {
            Layer layer => Shaped(placed, layer, place, number, input, trail),
            Residual residual => Shaped(placed, residual, place, number, input, trail),
            Block block => Shaped(placed, block, place, number, input),
            _ => throw new InvalidOperationException($"{placed.Part.Name} is no part with a shape"),
        };
        if (part is not null)
        {
            shaped.Add(part);
            trail.Add(part.Name, part.Output);
        }

        return part?.Output;
    }

    private ShapedLayer? Shaped(PlacedPart placed, Layer layer, StackPlace place, int number, Shape input, Trail trail)
    {
        var path = place.PathOf(number, layer.Name);
        if (++layers > MostLayers)
        {
            Problem = new(placed, path, Invariant($"{MostLayers}"), trail, IsTooMany: true);
            return null;
        }

        var result = TensorLimit.Check(layer, input, layer.Infer(input));
        if (result.Shape is null)
        {
            Problem = new(placed, path, result.Problem!, trail);
            return null;
        }

        return new(place.FieldOf(number, layer.Name), placed.Text, placed.Place.Name, layer, input, result.Shape);
    }

    private ShapedBlock? Shaped(PlacedPart placed, Residual residual, StackPlace place, int number, Shape input, Trail trail)
    {
        var start = $"input {input}";
        if (Infer(residual.Layers, place.Inside(number, "residual", "residual"), input, new(start)) is not { } parts
            || Infer(residual.Shortcut, place.Inside(number, "residual", "shortcut"), input, new(start)) is not { } shortcut)
        {
            return null;
        }

        var output = parts[parts.Count - 1].Output;
        var added = shortcut.Count == 0 ? input : shortcut[shortcut.Count - 1].Output;
        if (output != added)
        {
            Problem = new(
                placed,
                place.PathOf(number, "residual"),
                shortcut.Count == 0
                    ? $"its layers give {output}, which cannot be added to its input {input}; layers under 'shortcut:' that give "
                        + $"{output} would make the input fit"
                    : $"its layers give {output}, which cannot be added to what its shortcut gives, {added}",
                trail);
            return null;
        }

        return classes.Share(new(
            place.FieldOf(number, "residual"), "residual", placed.Place.Name, place.ClassOf(number, "residual"), null, input, output, parts,
            shortcut));
    }

    private ShapedBlock? Shaped(PlacedPart placed, Block block, StackPlace place, int number, Shape input) =>
        Infer(block.Layers, place.Inside(number, block.Of, "layers"), input, new($"input {input}")) is { } parts
            ? classes.Share(new(
                place.FieldOf(number, block.Of), placed.Text, placed.Place.Name, place.ClassOf(number, block.Of), block.Of, input,
                parts[parts.Count - 1].Output, parts, default))
            : null;
}
