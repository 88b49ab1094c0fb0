using static Repro.Engine.Fingerprints.Operations.Apply;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Sums, statistics and extremes, below and above a block of 256 and a block of blocks.</summary>
internal static class ReductionOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Of("sum", x => x[0].sum(), [70_001]),
        Of("sum short", x => x[0].sum(), [3, 5, 17]),
        Of("sum rows", x => x[0].sum([1], keepdim: true), [7, 777]),
        Of("sum columns", x => x[0].sum([0L]), [777, 7]),
        Of("sum planes", x => x[0].sum([0, 2, 3]), [9, 5, 13, 11]),
        Of("sum permuted", x => x[0].permute(2, 0, 1).sum([0, 2]), [9, 35, 13]),
        Of("mean", x => x[0].mean(), [70_001]),
        Of("mean planes", x => x[0].mean([2, 3], keepdim: true), [9, 5, 13, 23]),
        Of("var", x => x[0].var(), [7, 777]),
        Of("var rows", x => x[0].var([1], unbiased: false, keepdim: true), [7, 777]),
        Of("std", x => x[0].std(), [7, 777]),
        Of("std planes", x => x[0].std([0, 2]), [9, 5, 77]),
        Of("norm", x => x[0].norm(), [7, 777]),
        Of("norm rows", x => x[0].norm(1, keepdim: true), [7, 777]),
        Of("norm of 1", x => x[0].norm(1f), [7, 777]),
        Of("norm of 3", x => x[0].norm(1, p: 3f), [7, 77]),
        Of("max", x => x[0].max(), [7, 777]),
        Of("max rows", x => x[0].max(1L).values, [7, 777]),
        Plain("max places", () => Numbers.Any(1, 7, 777).max(1L).indexes),
        Binary("max of two", max),
        Of("min", x => x[0].min(), [7, 777]),
        Of("min columns", x => x[0].min(0L, keepdim: true).values, [77, 7]),
        Plain("min places", () => Numbers.Any(1, 77, 7).min(0L).indexes),
        Binary("min of two", min),
        Binary("maximum", maximum),
        Binary("minimum", minimum),
        Plain("argmax", () => Numbers.Any(1, 7, 77).argmax()),
        Plain("argmax rows", () => Numbers.Any(1, 7, 77).argmax(1)),
        Plain("argmin", () => Numbers.Any(1, 7, 77).argmin()),
        Plain("argmin rows", () => Numbers.Any(1, 7, 77).argmin(1, keepdim: true)),
        Of("softmax", x => x[0].softmax(1), [7, 777]),
        Of("softmax planes", x => x[0].softmax(1), [3, 5, 7, 9]),
        Of("log_softmax", x => x[0].log_softmax(1), [7, 777]),
        Of("functional.softmax", x => nn.functional.softmax(x[0], 0), [7, 9]),
        Of("functional.log_softmax", x => nn.functional.log_softmax(x[0], 0), [7, 9]),
        Of("nn.Softmax", x => nn.Softmax(1).call(x[0]), [7, 9]),
    ];
}
