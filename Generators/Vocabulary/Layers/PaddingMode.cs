using System.Collections.Immutable;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>The values of padding around an image.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Member">The member of TorchSharp's PaddingModes.</param>
internal sealed record PaddingMode(string Name, string Member)
{
    public static readonly PaddingMode Zeros = new("zeros", "Zeros");

    private static readonly PaddingMode Reflect = new("reflect", "Reflect");

    private static readonly PaddingMode Circular = new("circular", "Circular");

    /// <summary>The constant of the layer <c>pad</c>.</summary>
    public static readonly PaddingMode Constant = new("constant", "Constant");

    private static readonly ImmutableArray<PaddingMode> All = [Zeros, Reflect, new("replicate", "Replicate"), Circular, Constant];

    public static readonly OneOf OfConvolutions = new("zeros", "reflect", "replicate", "circular");

    public static readonly OneOf OfPad = new("constant", "reflect", "replicate", "circular");

    public static PaddingMode Named(string name) => All.First(mode => mode.Name == name);

    public string Code => $"{GlobalNames.PaddingModes}.{Member}";

    /// <summary>Why an image cannot have that much padding; <c>null</c> when it can.</summary>
    public string? Problem(Shape input, Extent padding)
    {
        var missing = this == Reflect ? 1 : 0;
        return (this == Reflect || this == Circular) && (padding.Height > input.Height - missing || padding.Width > input.Width - missing)
            ? $"{Name} padding {padding} needs an image of at least {new Extent(padding.Height + missing, padding.Width + missing)}, "
                + $"but its input is {input.Area}"
            : null;
    }
}
