using Repro.Generators.Shapes;

namespace Repro.Generators.Model;

/// <summary>A folder of images.</summary>
internal sealed record DataSet(string Name, string Folder, string Files, long Width, long Height, string Background)
{
    /// <summary>The shape of an image: red, green, blue × height × width.</summary>
    public Shape Shape => Shape.Map(3, Height, Width);
}
