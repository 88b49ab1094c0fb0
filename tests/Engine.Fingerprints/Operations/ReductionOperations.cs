using static Repro.Engine.Fingerprints.Operations.Apply;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Sums, means and losses, below and above a block of 256 and a block of blocks.</summary>
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
        Of("functional.mse_loss mean", x => nn.functional.mse_loss(x[0], x[1]), [9, 3, 16, 15], [9, 3, 16, 15]),
        Of("functional.mse_loss sum", x => nn.functional.mse_loss(x[0], x[1], nn.Reduction.Sum), [9, 777], [9, 777]),
        Of("functional.mse_loss none", x => nn.functional.mse_loss(x[0], x[1], nn.Reduction.None), [9, 77], [9, 77]),
    ];
}
