using Repro.Generators.Common;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Resolution;

/// <summary>A folder of images.</summary>
internal sealed record DataSet(
    string Name, string Folder, EquatableArray<string> Files, long Width, long Height, long Channels, string Background,
    bool HorizontalFlip, string? Sha256)
{
    /// <summary>The shape of an image: channels × height × width.</summary>
    public Shape Shape => Shape.Map(Channels, Height, Width);
}
