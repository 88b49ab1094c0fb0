using static Repro.Engine.Fingerprints.Operations.Apply;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Losses, with each of their reductions.</summary>
internal static class LossOperations
{
    private static readonly long[] Size = [9, 3, 16, 15];

    public static IReadOnlyList<Operation> All { get; } =
    [
        .. Reduced("functional.mse_loss", (x, y, r) => nn.functional.mse_loss(x, y, r)),
        .. Reduced("functional.l1_loss", (x, y, r) => nn.functional.l1_loss(x, y, r)),
        .. Reduced("functional.huber_loss", (x, y, r) => nn.functional.huber_loss(x, y, 0.6, r)),
        .. Reduced("functional.smooth_l1_loss", (x, y, r) => nn.functional.smooth_l1_loss(x, y, r, 0.6)),
        .. Reduced(
            "functional.binary_cross_entropy",
            (x, y, r) => nn.functional.binary_cross_entropy(x.sigmoid(), y.sigmoid().detach(), reduction: r)),
        .. Reduced(
            "functional.binary_cross_entropy_with_logits",
            (x, y, r) => nn.functional.binary_cross_entropy_with_logits(x, y.sigmoid(), reduction: r)),
        .. Reduced("functional.kl_div", (x, y, r) => nn.functional.kl_div(x.log_softmax(1), y.log_softmax(1), reduction: r)),
        .. Reduced("functional.kl_div of shares", (x, y, r) => nn.functional.kl_div(x.log_softmax(1), y.softmax(1), log_target: false, r)),
        .. Reduced("functional.cross_entropy of shares", (x, y, r) => nn.functional.cross_entropy(x, y.softmax(1), reduction: r)),
        .. Classes("functional.cross_entropy", (x, y, r) => nn.functional.cross_entropy(x, y, reduction: r)),
        .. Classes("functional.cross_entropy weighted", (x, y, r) => nn.functional.cross_entropy(x, y, Numbers.Positive(5, 13), 3, r, 0.1)),
        Loss("nn.MSELoss", (x, y) => nn.MSELoss().call(x, y)),
        Loss("nn.L1Loss", (x, y) => nn.L1Loss().call(x, y)),
        Loss("nn.HuberLoss", (x, y) => nn.HuberLoss(0.6).call(x, y)),
        Loss("nn.SmoothL1Loss", (x, y) => nn.SmoothL1Loss(beta: 0.6).call(x, y)),
        Loss("nn.BCELoss", (x, y) => nn.BCELoss(Numbers.Positive(5, 15)).call(x.sigmoid(), y.sigmoid().detach())),
        Loss(
            "nn.BCEWithLogitsLoss",
            (x, y) => nn.BCEWithLogitsLoss(Numbers.Positive(5, 15), pos_weights: Numbers.Positive(6, 15)).call(x, y.sigmoid().detach())),
        Loss("nn.CrossEntropyLoss", (x, y) => nn.CrossEntropyLoss().call(x, y.softmax(1))),
        Loss("nn.KLDivLoss", (x, y) => nn.KLDivLoss().call(x.log_softmax(1), y.log_softmax(1))),
    ];

    private static Operation Loss(string name, Func<Tensor, Tensor, Tensor> loss) => Of(name, x => loss(x[0], x[1]), Size, Size);

    private static IEnumerable<Operation> Reduced(string name, Func<Tensor, Tensor, nn.Reduction, Tensor> loss) =>
        Enum.GetValues<nn.Reduction>().Select(reduction => Loss($"{name} {reduction}", (x, y) => loss(x, y, reduction)));

    private static IEnumerable<Operation> Classes(string name, Func<Tensor, Tensor, nn.Reduction, Tensor> loss) =>
        Enum.GetValues<nn.Reduction>().Select(
            reduction => Of($"{name} {reduction}", x => loss(x[0], Numbers.Index(2, 13, 77), reduction), [77, 13]));
}
