using static Repro.Engine.Fingerprints.Operations.Apply;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Sums, differences, products and quotients, with numbers and in place.</summary>
internal static class ArithmeticOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Binary("op_Addition", (x, y) => x + y),
        Unary("op_Addition number", x => 0.3 + x),
        Binary("op_Subtraction", (x, y) => x - y),
        Unary("op_Subtraction number", x => x - 0.3),
        Unary("op_Subtraction from", x => 0.3 - x),
        Binary("op_Multiply", (x, y) => x * y),
        Unary("op_Multiply number", x => 0.3f * x),
        Binary("op_Division", (x, y) => x / y),
        Unary("op_Division number", x => x / 0.3),
        Unary("op_Division of", x => 3 / x),
        Unary("op_UnaryNegation", x => -x),
        Binary("add", (x, y) => x.add(y)),
        Binary("add scaled", (x, y) => x.add(y, 0.3)),
        Unary("add number", x => x.add(0.3)),
        InPlace("add_", (x, y) => x.add_(y)),
        InPlace("add_ scaled", (x, y) => x.add_(y, 0.3)),
        InPlace("add_ number", (x, _) => x.add_(0.3)),
        Binary("sub", (x, y) => x.sub(y)),
        Unary("sub number", x => x.sub(0.3)),
        InPlace("sub_", (x, y) => x.sub_(y)),
        InPlace("sub_ number", (x, _) => x.sub_(0.3)),
        Binary("mul", (x, y) => x.mul(y)),
        Unary("mul number", x => x.mul(0.3)),
        InPlace("mul_", (x, y) => x.mul_(y)),
        InPlace("mul_ number", (x, _) => x.mul_(0.3)),
        Binary("div", (x, y) => x.div(y)),
        Unary("div number", x => x.div(0.3)),
        InPlace("div_", (x, y) => x.div_(y)),
        InPlace("div_ number", (x, _) => x.div_(0.3)),
        Binary("pow", (x, y) => x.pow(y)),
        Unary("pow number", x => x.pow(2.5)),
        Unary("pow integer", x => x.pow(3)),
        InPlace("pow_", (x, y) => x.pow_(y)),
        InPlace("pow_ number", (x, _) => x.pow_(0.3)),
        Plain("op_Addition integers", () => Numbers.Index(1, 1000, 3, 5) + Numbers.Index(2, 1000, 5)),
        Plain("op_Division integers", () => Numbers.Index(1, 1000, 3, 5) / (Numbers.Index(2, 7, 5) + 1)),
        Plain("div truncating", () => Numbers.Any(1, 3, 5).div(Numbers.Any(2, 3, 5), RoundingMode.trunc)),
        Plain("div flooring", () => Numbers.Any(1, 3, 5).div(Numbers.Any(2, 3, 5), RoundingMode.floor)),
        Unary("neg", x => x.neg()),
    ];
}
