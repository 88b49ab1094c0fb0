using Repro.Generators.Language.Values;

namespace Repro.Generators.Vocabulary.Shapes;

/// <summary>A whole number for all sides of an image, or [left, right, top, bottom].</summary>
internal sealed class BordersValue(WholeNumber number)
    : SizesValue<Borders>(number, "[left, right, top, bottom]", 4, static sizes => new(sizes[0], sizes[1], sizes[2], sizes[3]));
