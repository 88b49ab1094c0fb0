using System.Collections.Immutable;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Data;

/// <summary>The kinds of channels of an image, and the number of each.</summary>
internal static class ImageChannels
{
    public static readonly ImmutableArray<Definition<long>> All =
    [
        new("rgb", "Three channels: red, green, blue.", [], _ => 3),
        new("grayscale", "One channel, the luma of ITU-R BT.601.", [], _ => 1),
    ];
}
