namespace Repro.Generators.Resolution.Shapes;

/// <summary>
/// Gives the blocks of an architecture their classes. Blocks from the same place in the file with the same shapes share a class.
/// </summary>
internal sealed class BlockClasses
{
    private readonly Dictionary<ShapedBlock, string> classes = [];

    /// <param name="block">The block, with the class to use if it is the first of its kind.</param>
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
