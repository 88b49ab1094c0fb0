using System.Security.Cryptography;
using System.Text;
using Repro.Generators.Common;

namespace Repro.Generators.Resolution;

/// <summary>
/// The hash of everything that can change a result of an experiment. Names, comments, the order of keys and the lock of the images do not
/// count. A key added after version 1 has a line only when it is not at its default, so old hashes stay.
/// </summary>
internal static class SpecHash
{
    public static string Of(Experiment experiment)
    {
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", Lines(experiment))));
        return string.Concat(hash.Select(value => value.ToString("x2", null)));
    }

    private static IEnumerable<string> Lines(Experiment experiment)
    {
        var (data, architecture) = (experiment.Data, experiment.Architecture);
        yield return "spec 1";
        yield return $"folder {data.Folder}";

        // A colon stands in no pattern, and their order changes no number.
        yield return $"files "
            + $"{string.Join(":", data.Files.Distinct(StringComparer.Ordinal).OrderBy(pattern => pattern, StringComparer.Ordinal))}";
        yield return $"images {data.Shape}";
        yield return $"background {data.Background}";
        if (data.HorizontalFlip)
        {
            yield return "horizontal_flip true";
        }

        yield return experiment.Take is { } take ? Invariant($"take {take}") : "take all";
        if (experiment.Validation is { } validation)
        {
            yield return $"validation {validation.Canonical()}";
        }

        yield return $"kind {architecture.Kind.Spec}";
        yield return $"input {architecture.Input}";
        yield return Invariant($"latent {architecture.Latent}");
        foreach (var line in architecture.Encoder.SelectMany(part => part.Spec))
        {
            yield return $"encoder {line}";
        }

        foreach (var line in architecture.Decoder.SelectMany(part => part.Spec))
        {
            yield return $"decoder {line}";
        }

        yield return Invariant($"seed {experiment.Seed}");
        yield return Invariant($"epochs {experiment.Epochs}");
        yield return Invariant($"batch {experiment.Batch}");
        yield return experiment.Shuffle ? "shuffle true" : "shuffle false";
        yield return $"optimizer {experiment.Optimizer.Spec}";
        if (experiment.Schedule is not null)
        {
            yield return $"schedule {experiment.Schedule.Spec}";
        }

        if (experiment.ClipGradients is { } norm)
        {
            yield return $"clip_gradients {norm.Canonical()}";
        }

        yield return $"loss {experiment.Loss.Spec}";
        yield return $"captures [{string.Join(", ", experiment.Captures)}]";
    }
}
