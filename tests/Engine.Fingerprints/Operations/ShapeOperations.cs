using static Repro.Engine.Fingerprints.Operations.Apply;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Views, copies and what joins and picks elements.</summary>
internal static class ShapeOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Of("view", x => x[0].view(4, -1), [3, 4, 5]),
        Of("reshape", x => x[0].permute(2, 0, 1).reshape(6, 10), [3, 4, 5]),
        Of("flatten", x => x[0].flatten(1), [3, 4, 5]),
        Of("unflatten", x => x[0].unflatten(1, 2, 2), [3, 4, 5]),
        Of("permute", x => x[0].permute(2, 0, 1), [3, 4, 5]),
        Of("transpose", x => x[0].transpose(0, 2), [3, 4, 5]),
        Of("t", x => x[0].t(), [33, 35]),
        Of("squeeze", x => x[0].squeeze(1), [3, 1, 5]),
        Of("unsqueeze", x => x[0].unsqueeze(1), [3, 5]),
        Of("expand", x => x[0].expand(4, 3, 5), [3, 1]),
        Of("narrow", x => x[0].narrow(1, 1, 2), [3, 4, 5]),
        Of("slice", x => x[0].slice(1, 1, 9, 3), [3, 11, 5]),
        Of("select", x => x[0].select(1, 2), [3, 4, 5]),
        Of("contiguous", x => x[0].permute(2, 0, 1).contiguous(), [3, 40, 50]),
        Of("clone", x => x[0].clone(), [3, 4, 5]),
        Of("alias", x => x[0].alias(), [3, 4, 5]),
        Of("cpu", x => x[0].cpu(), [3, 4, 5]),
        Of("detach", x => x[0].detach() * x[0], [3, 4, 5]),
        Of("cat", x => cat([x[0], x[1], x[0]], 1), [3, 4, 5], [3, 2, 5]),
        Of("stack", x => stack([x[0], x[1]], 1), [3, 5], [3, 5]),
        Of("index_select", x => x[0].index_select(0, Numbers.Index(1, 7, 20)), [7, 9]),
        Of("concat", x => concat([x[0], x[1]], 0), [3, 4], [2, 4]),
        Of("repeat", x => x[0].repeat(2, 3, 1), [3, 5]),
        new("split", () => Numbers.Any(1, 7, 5).split(3)),
        new("chunk", () => Numbers.Any(1, 7, 5).chunk(3)),
        Of("get_Item", x => x[0][1, TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2)], [3, 4, 5]),
        Of("get_Item places", x => x[0][Numbers.Index(1, 7, 20)], [7, 9]),
        Of("set_Item", x =>
        {
            var y = x[0] * 2;
            y[1] = x[1];
            return y;
        }, [3, 5], [5]),
        Plain("transpose_", () => Numbers.Any(1, 3, 4, 5).transpose_(0, 2)),
        Plain("squeeze_", () => Numbers.Any(1, 3, 1, 5).squeeze_(1)),
        Plain("unsqueeze_", () => Numbers.Any(1, 3, 5).unsqueeze_(1)),
        Plain("detach_", () => (Numbers.Any(1, 3, 5).requires_grad_() * 2).detach_()),
        Plain("to integers", () => Numbers.Any(1, 3, 5).to(ScalarType.Int64)),
        Plain(
            "to double", () => Numbers.WithSpecial(1, 30).to(ScalarType.Float32, copy: true).to(ScalarType.Float64).to(ScalarType.Float32)),
        Plain("to numbers", () => Numbers.Index(1, int.MaxValue, 3, 5).to(ScalarType.Float32)),
        InPlace("copy_", (x, y) => x.copy_(y)),
        InPlace("fill_", (x, _) => x.fill_(0.3)),
        InPlace("zero_", (x, _) => x.zero_()),
    ];
}
