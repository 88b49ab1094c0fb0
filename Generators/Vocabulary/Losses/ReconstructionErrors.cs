using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;

namespace Repro.Generators.Vocabulary.Losses;

/// <summary>Every reconstruction error of the language. Each is summed over an image and averaged over the batch.</summary>
internal static class ReconstructionErrors
{
    public const string BinaryCrossEntropy = "bce";

    private const string Reduction = "summed over an image and averaged over the batch";

    private static readonly Key<decimal> Delta = Key.Optional(
        "delta",
        Ranges.Positive,
        "1",
        "The largest difference whose error is half its square; beyond it the error is a straight line.",
        "0.1");

    private static readonly ReconstructionError Squared = new("squared_error", "the squared error", "SquaredError", "Squared");

    public static readonly ImmutableArray<Definition<ReconstructionError>> All =
    [
        new(Squared.Name, $"Squared error, {Reduction}.", [], _ => Squared),
        new("l1", $"Absolute error, {Reduction}.", [], _ => new("l1", "the absolute error", "AbsoluteError", "Absolute")),
        new(
            BinaryCrossEntropy,
            $"Binary cross entropy, {Reduction}; needs a decoder that ends with sigmoid.",
            [],
            _ => new(BinaryCrossEntropy, "the binary cross entropy", "BinaryCrossEntropy", "BinaryCrossEntropy")),
        new(
            "huber",
            $"Huber's error (1964), {Reduction}: half the square of small differences, a straight line beyond.",
            [Delta],
            settings => Huber(settings.Get(Delta)),
            Shorthand: Delta),
    ];

    /// <summary>The key for a loss with further terms.</summary>
    public static readonly Key<ReconstructionError> Term = Key.Optional(
        "reconstruction",
        new Choice<ReconstructionError>("reconstruction error", () => All),
        Squared.Name,
        "The error of reconstructions.",
        BinaryCrossEntropy);

    public static bool IsDefault(ReconstructionError error) => error == Squared;

    private static ReconstructionError Huber(decimal delta) =>
        new(
            "huber", $"Huber's error (delta {delta.Canonical()})", "HuberError", "Huber", $", delta: {delta.Canonical()}",
            $" delta={delta.Canonical()}");
}
