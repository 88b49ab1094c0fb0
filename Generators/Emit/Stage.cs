using Repro.Generators.Common;
using Repro.Generators.Resolution.Shapes;

namespace Repro.Generators.Emit;

/// <summary>A layer that mixes its inputs, or a residual block, with the normalizations and activations after it.</summary>
/// <param name="Main">The layer or block; <c>null</c> for followers before the first one.</param>
/// <param name="Followers">The layers after it, in words.</param>
internal sealed record Stage(ShapedPart? Main, EquatableArray<string> Followers)
{
    /// <summary>Divides parts into stages.</summary>
    public static IReadOnlyList<Stage> Of(IEnumerable<ShapedPart> parts)
    {
        var stages = new List<Stage>();
        foreach (var part in parts.SelectMany(Unwrapped))
        {
            if (part is not ShapedLayer { Layer.IsStage: false } follower)
            {
                stages.Add(new(part, default));
                continue;
            }

            if (stages.Count == 0)
            {
                stages.Add(new(null, default));
            }

            var last = stages[stages.Count - 1];
            stages[stages.Count - 1] = last with { Followers = last.Followers.Append(follower.Layer.Noun).ToEquatableArray() };
        }

        return stages;
    }

    /// <summary>Whether a description names both in one phrase, such as "three convolutions".</summary>
    public bool IsKindredTo(Stage other) =>
        Main is not null && other.Main is not null && Noun == other.Noun && Details == other.Details;

    /// <summary>"convolution".</summary>
    public string Noun => Main is ShapedLayer shaped ? shaped.Layer.Noun : "residual block";

    /// <summary>"kernel 4, stride 2, padding 1".</summary>
    public string Details => Main switch
    {
        ShapedLayer shaped => shaped.Layer.Details,
        ShapedBlock { Shortcut.Count: 0 } block => $"of {StackDescription.Of(block.Parts)}",
        ShapedBlock block => $"of {StackDescription.Of(block.Parts)}, beside {StackDescription.Of(block.Shortcut)}",
        _ => "",
    };

    /// <summary>"batch normalization and ReLU".</summary>
    public string FollowersInWords => Words.Join(Followers);

    /// <summary>A named block is described by its layers.</summary>
    private static IEnumerable<ShapedPart> Unwrapped(ShapedPart part) =>
        part is ShapedBlock { IsResidual: false } block ? block.Parts.SelectMany(Unwrapped) : [part];
}
