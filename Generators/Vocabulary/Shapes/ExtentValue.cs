using Repro.Generators.Language.Values;

namespace Repro.Generators.Vocabulary.Shapes;

/// <summary>A whole number for both directions of an image, or [height, width].</summary>
internal sealed class ExtentValue(WholeNumber number)
    : SizesValue<Extent>(number, "[height, width]", 2, static sizes => new(sizes[0], sizes[1]));
