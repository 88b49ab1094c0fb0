namespace Repro.Generators.Resolution.Shapes;

/// <summary>
/// Gives the blocks of an architecture their classes. Blocks of the same shapes and layers, those at the same place in the file, share the
/// class of the first.
/// </summary>
internal sealed class BlockClasses
{
    private readonly Dictionary<ShapedBlock, string> classes = [];

    /// <param name="block">The block, with the class that it has if it is the first of its kind.</param>
    public ShapedBlock Share(ShapedBlock block)
    {
        var kind = block with { Field = "", Class = "" };
        if (!classes.TryGetValue(kind, out var name))
        {
            classes.Add(kind, name = block.Class);
        }

        return block with { Class = name };
    }
}
