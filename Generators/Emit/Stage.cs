using Repro.Generators.Common;
using Repro.Generators.Layers;
using Repro.Generators.Shapes;

namespace Repro.Generators.Emit;

/// <summary>A layer that mixes its inputs, and the normalizations and activations that follow it.</summary>
/// <param name="Main">The layer; <c>null</c> for what stands before the first such layer.</param>
/// <param name="Followers">What follows it.</param>
internal sealed record Stage(ShapedLayer? Main, EquatableArray<Layer> Followers)
{
    /// <summary>Cuts layers into stages.</summary>
    public static IReadOnlyList<Stage> Of(IEnumerable<ShapedLayer> layers)
    {
        var stages = new List<Stage>();
        foreach (var shaped in layers)
        {
            if (shaped.Layer.IsStage)
            {
                stages.Add(new(shaped, default));
                continue;
            }

            if (stages.Count == 0)
            {
                stages.Add(new(null, default));
            }

            var last = stages[stages.Count - 1];
            stages[stages.Count - 1] = last with { Followers = last.Followers.Append(shaped.Layer).ToEquatableArray() };
        }

        return stages;
    }

    /// <summary>Whether a description names both in one phrase, such as "three convolutions".</summary>
    public bool IsKindredTo(Stage other) =>
        Main is not null && other.Main is not null
        && Main.Layer.Name == other.Main.Layer.Name && Main.Layer.Details == other.Main.Layer.Details;

    /// <summary>"batch normalization and ReLU".</summary>
    public string FollowersInWords => Words.Join([.. Followers.Select(layer => layer.Noun)]);
}
