using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>Messages that several layers share about shapes that do not fit.</summary>
internal static class Problems
{
    public static string NeedsMap(Shape input) =>
        $"it needs channels × height × width, but its input is {input}; a 'linear: [channels, height, width]' before it gives such a shape";

    public static string DoesNotFit(string window, Shape input, Extent padding) =>
        $"{window} does not fit {input.Area}" + (padding == default ? "" : $" with padding {padding}");
}
