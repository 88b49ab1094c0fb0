using static Repro.Engine.Fingerprints.Operations.Apply;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Comparisons, on special values and with broadcasting, and what chooses by them.</summary>
internal static class ComparisonOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Compare("eq", (x, y) => x.eq(y)),
        Compare("ne", (x, y) => x.ne(y)),
        Compare("lt", (x, y) => x.lt(y)),
        Compare("le", (x, y) => x.le(y)),
        Compare("gt", (x, y) => x.gt(y)),
        Compare("ge", (x, y) => x.ge(y)),
        Compare("op_Equality", (x, y) => x == y),
        Compare("op_Inequality", (x, y) => x != y),
        Compare("op_LessThan", (x, y) => x < y),
        Compare("op_LessThanOrEqual", (x, y) => x <= y),
        Compare("op_GreaterThan", (x, y) => x > y),
        Compare("op_GreaterThanOrEqual", (x, y) => x >= y),
        Plain("isnan", () => Numbers.WithSpecial(1, 257).isnan()),
        Binary("where", (x, y) => where(x > y, x, y)),
        Unary("clamp", x => x.clamp(-0.5, 2)),
        Binary("clamp tensors", (x, y) => clamp(x, y, y + 1)),
        InPlace("clamp_", (x, _) => x.clamp_(-0.5, 2)),
    ];

    private static Operation Compare(string name, Func<Tensor, Tensor, Tensor> compare) => new(name, () =>
    [
        compare(Numbers.WithSpecial(1, 5, 257), Numbers.WithSpecial(1, 257)),
        compare(Numbers.Index(1, 3, 5, 17), Numbers.Index(2, 3, 17)),
    ]);
}
