using Repro.Generators.Common;
using Repro.Generators.Resolution.Shapes;

namespace Repro.Generators.Emit;

/// <summary>
/// Describes layers as a paper does: "three convolutions 3→64→128→256, kernel 4, stride 2, padding 1, each followed by batch normalization
/// and ReLU".
/// </summary>
internal static class StackDescription
{
    public static string Of(IEnumerable<ShapedPart> parts)
    {
        var stages = Stage.Of(parts);
        var phrases = new List<string>();
        for (var i = 0; i < stages.Count;)
        {
            var count = LengthOfRun(stages, i);
            phrases.Add(Phrase([.. stages.Skip(i).Take(count)]));
            i += count;
        }

        return string.Join("; ", phrases);
    }

    /// <summary>The number of stages that are alike. The followers of the very last stage may differ.</summary>
    private static int LengthOfRun(IReadOnlyList<Stage> stages, int start)
    {
        var end = start + 1;
        while (end < stages.Count
            && stages[start].IsKindredTo(stages[end])
            && (stages[end].Followers.Equals(stages[start].Followers) || (end == stages.Count - 1 && end > start + 1)))
        {
            end++;
        }

        return end - start;
    }

    private static string Phrase(IReadOnlyList<Stage> run)
    {
        var (first, last) = (run[0], run[run.Count - 1]);
        return first.Main is null ? first.FollowersInWords : $"{Mains(run)}{Followers(first, last, run.Count)}";
    }

    private static string Mains(IReadOnlyList<Stage> run)
    {
        var mains = run.Select(stage => stage.Main!).ToArray();
        var shapes = mains.All(main => main.Input.IsMap && main.Output.IsMap)
            ? string.Join("→", mains.Select(main => main.Output.Channels).Prepend(mains[0].Input.Channels))
            : $"to {Words.Join([.. mains.Select(main => main.Output.ToString())])}";
        return $"{Words.Count(mains.Length, run[0].Noun)} {shapes}{(run[0].Details.Length == 0 ? "" : $", {run[0].Details}")}";
    }

    private static string Followers(Stage first, Stage last, int count)
    {
        if (first.Followers.Equals(last.Followers))
        {
            return first.Followers.Count == 0 ? "" : $", {(count == 1 ? "" : "each ")}followed by {first.FollowersInWords}";
        }

        var each = first.Followers.Count == 0 ? "" : $", each but the last followed by {first.FollowersInWords}";
        return last.Followers.Count == 0 ? each : $"{each}; {last.FollowersInWords} at the end";
    }
}
