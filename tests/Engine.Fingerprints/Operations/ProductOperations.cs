using static Repro.Engine.Fingerprints.Operations.Apply;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Matrix products and convolutions, with reduction axes below and above a block of 256 and tiles that do not fill.</summary>
internal static class ProductOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Of("mm", x => x[0].mm(x[1]), [5, 7], [7, 3]),
        Of("mm blocks", x => x[0].mm(x[1]), [70, 777], [777, 67]),
        Of("matmul", x => x[0].matmul(x[1]), [33, 257], [257, 41]),
        Of("matmul transposed", x => x[0].t().matmul(x[1].t()), [257, 33], [41, 257]),
        Of("matmul batches", x => x[0].matmul(x[1]), [3, 1, 17, 300], [2, 300, 9]),
        Of("matmul vector", x => x[0].matmul(x[1]), [33, 300], [300]),
        Of("bmm", x => x[0].bmm(x[1]), [3, 17, 300], [3, 300, 9]),
        Of("addmm", x => x[0].addmm(x[1], x[2], 0.3f, 0.7f), [9], [33, 300], [300, 9]),
        Of("functional.linear", x => nn.functional.linear(x[0], x[1], x[2]), [31, 300], [65, 300], [65]),
        Of("functional.linear without bias", x => nn.functional.linear(x[0], x[1]), [1, 50], [9, 50]),
        Of("functional.conv2d", x => nn.functional.conv2d(x[0], x[1], x[2], [2], [1]), [3, 19, 13, 11], [37, 19, 4, 4], [37]),
        Of("functional.conv2d of one pixel", x => nn.functional.conv2d(x[0], x[1]), [2, 33, 9, 9], [5, 33, 1, 1]),
        Of(
            "functional.conv2d dilated", x => nn.functional.conv2d(x[0], x[1], x[2], [1, 3], [2, 0], [2, 1]), [2, 3, 17, 14], [9, 3, 3, 2],
            [9]),
        Of("functional.conv2d narrow", x => nn.functional.conv2d(x[0], x[1], x[2], [1], [1]), [2, 64, 16, 16], [3, 64, 3, 3], [3]),
        Of(
            "functional.conv2d in groups", x => nn.functional.conv2d(x[0], x[1], x[2], [1], [1], groups: 3), [2, 9, 13, 11], [12, 3, 3, 3],
            [12]),
        Of(
            "functional.conv2d by channel", x => nn.functional.conv2d(x[0], x[1], null, [1], [1], groups: 19), [2, 19, 13, 11],
            [19, 1, 3, 3]),
        Of(
            "functional.conv_transpose2d", x => nn.functional.conv_transpose2d(x[0], x[1], x[2], [2], [1]), [3, 37, 6, 5], [37, 19, 4, 4],
            [19]),
        Of(
            "functional.conv_transpose2d narrow", x => nn.functional.conv_transpose2d(x[0], x[1], x[2], [2], [1]), [2, 64, 16, 16],
            [64, 3, 4, 4], [3]),
        Of(
            "functional.conv_transpose2d in groups", x => nn.functional.conv_transpose2d(x[0], x[1], x[2], [2], [1], groups: 2),
            [2, 6, 7, 5], [6, 4, 3, 3], [8]),
        Of(
            "functional.conv_transpose2d padded output",
            x => nn.functional.conv_transpose2d(x[0], x[1], null, [3, 2], [1, 0], [1, 0], [1, 2]), [2, 5, 6, 5], [5, 7, 3, 2]),
    ];
}
