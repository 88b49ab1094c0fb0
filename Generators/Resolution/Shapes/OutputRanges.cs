using Repro.Generators.Vocabulary.Layers;

namespace Repro.Generators.Resolution.Shapes;

/// <summary>Finds the range of the output of several parts.</summary>
internal static class OutputRanges
{
    public static OutputRange Of(IEnumerable<ShapedPart> parts) =>
        parts.Reverse()
            .Select(part => part.Range)
            .SkipWhile(range => range == OutputRange.OfInput)
            .DefaultIfEmpty(OutputRange.OfInput)
            .First();
}
