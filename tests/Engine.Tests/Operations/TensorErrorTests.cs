using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Repro.Engine.Tests.Operations;

/// <summary>What does not fit is said in one sentence: the operation, the shapes, and what would fit.</summary>
public class TensorErrorTests
{
    private static readonly Dictionary<string, Action> Mistakes = new()
    {
        ["add: shapes [2, 3] and [4] do not broadcast: axis 1 is 3 and 4, and neither is 1."] = () => _ = zeros(2, 3) + zeros(4),
        ["sub: shapes [2, 3] and [3, 2] do not broadcast"] = () => _ = zeros(2, 3) - zeros(3, 2),
        ["mul: shapes [2] and [3] do not broadcast"] = () => _ = zeros(2) * zeros(3),
        ["div: shapes [2] and [3] do not broadcast"] = () => _ = zeros(2) / zeros(3),
        ["pow: shapes [2] and [3] do not broadcast"] = () => zeros(2).pow(zeros(3)),
        ["max: shapes [2] and [3] do not broadcast"] = () => maximum(zeros(2), zeros(3)),
        ["min: shapes [2] and [3] do not broadcast"] = () => zeros(2).minimum(zeros(3)),
        ["eq: shapes [2] and [3] do not broadcast"] = () => zeros(2).eq(zeros(3)),
        ["lt: shapes [2] and [3] do not broadcast"] = () => _ = zeros(2) < zeros(3),
        ["allclose: shapes [2] and [3] do not broadcast"] = () => zeros(2).allclose(zeros(3)),
        ["where: shapes [2] and [3] do not broadcast"] = () => where(zeros(1, ScalarType.Bool), zeros(2), zeros(3)),
        ["where: the condition is Float32; it has to be Bool."] = () => where(zeros(1), zeros(2), zeros(2)),
        ["clamp: shapes [2] and [3] do not broadcast"] = () => zeros(2).clamp(zeros(3)),
        ["clamp: give min, max or both."] = () => zeros(2).clamp((Scalar?)null),
        ["add_: shape [3, 2] does not broadcast to [2], which cannot grow in place."] = () => zeros(2).add_(zeros(3, 2)),
        ["add_: shapes [2] and [3] do not broadcast"] = () => zeros(2).add_(zeros(3)),
        ["copy_: shapes [2] and [3] do not broadcast"] = () => zeros(2).copy_(zeros(3)),
        ["mm: shapes [2, 3] and [2, 3] do not fit; [m, k] and [k, n] would."] = () => zeros(2, 3).mm(zeros(2, 3)),
        ["matmul: shapes [2, 3] and [4] do not fit; […, m, k] and […, k, n] would, or [k] for either."] = () =>
            zeros(2, 3).matmul(zeros(4)),
        ["matmul: shapes [2, 4, 5] and [3, 5, 4] do not fit; the axes before the last two broadcast where they are equal or one is 1."] =
            () =>
            zeros(2, 4, 5).matmul(zeros(3, 5, 4)),
        ["bmm: shapes [2, 3, 4] and [3, 4, 5] do not fit; [b, m, k] and [b, k, n] would."] = () => zeros(2, 3, 4).bmm(zeros(3, 4, 5)),
        ["addmm: shapes [2, 3] and [2, 3] do not fit; [m, k] and [k, n] would."] = () => zeros(2).addmm(zeros(2, 3), zeros(2, 3)),
        ["addmm: shapes [5] and [2, 4] do not broadcast"] = () => zeros(5).addmm(zeros(2, 3), zeros(3, 4)),
        ["linear: input [2, 3], weights [4, 2] and bias [4] do not fit; […, in], [out, in] and [out] would."] = () =>
            functional.linear(zeros(2, 3), zeros(4, 2), zeros(4)),
        ["cat: Float32 of shape [3, 3] does not join Float32 of shape [2, 2] along axis 0."] = () => cat([zeros(2, 2), zeros(3, 3)]),
        ["cat: there is no tensor with an axis to join along."] = () => cat(Array.Empty<Tensor>()),
        ["stack: shapes [2] and [3] differ; all have to be the same."] = () => stack([zeros(2), zeros(3)]),
        ["view: shape [4] does not hold the 6 elements of shape [2, 3]."] = () => zeros(2, 3).view(4),
        ["reshape: shape [-1, 4] does not hold the 6 elements of shape [2, 3]."] = () => zeros(2, 3).reshape(-1, 4),
        ["unflatten: sizes [2, 2] do not make axis 1 of shape [2, 3], which has 3 elements."] = () => zeros(2, 3).unflatten(1, 2, 2),
        ["unflatten: sizes [-1, 2] do not make axis 1 of shape [2, 3], which has 3 elements."] = () => zeros(2, 3).unflatten(1, -1, 2),
        ["flatten: axis 1 comes after axis 0."] = () => zeros(2, 3).flatten(1, 0),
        ["expand: shape [2, 3] cannot be expanded to [2, 4]."] = () => zeros(2, 3).expand(2, 4),
        ["repeat: [2] does not say for each axis of shape [2, 3] how many times."] = () => zeros(2, 3).repeat(2),
        ["permute: 2 axes given for a tensor of shape [2, 3, 4]."] = () => zeros(2, 3, 4).permute(0, 1),
        ["permute: axis 0 is named twice."] = () => zeros(2, 3).permute(0, 0),
        ["transpose: axis 2 is outside −2…1."] = () => zeros(2, 3).transpose(0, 2),
        ["t: a tensor of shape [2, 3, 4] is not a matrix."] = () => zeros(2, 3, 4).t(),
        ["squeeze: axis 3 is outside −2…1."] = () => zeros(2, 3).squeeze(3),
        ["unsqueeze: axis 3 is outside −3…2."] = () => zeros(2, 3).unsqueeze(3),
        ["narrow: 3 elements from 1 with step 1 are not inside axis 0 of shape [2, 3]."] = () => zeros(2, 3).narrow(0, 1, 3),
        ["slice: a step of 0 leads nowhere; it has to be positive."] = () => zeros(2, 3).slice(0, 0, 1, 0),
        ["select: there is no element 2 along axis 0 of shape [2, 3]."] = () => zeros(2, 3).select(0, 2),
        ["split: sizes [1, 2] add up to 3, but axis 0 of shape [2, 3] has 2."] = () => zeros(2, 3).split([1, 2]),
        ["split: pieces of 0 elements never end; the size has to be positive."] = () => zeros(2, 3).split(0),
        ["chunk: 0 pieces are asked for; there is at least 1."] = () => zeros(2, 3).chunk(0),
        ["index_select: the index is a row of Int64, not Float32 of shape [2]."] = () => zeros(2, 3).index_select(0, zeros(2)),
        ["index: 3 indices are too many for shape [2, 3]."] = () => _ = zeros(2, 3)[0, 0, 0],
        ["select: there is no element 5 along axis 0 of shape [2, 3]."] = () => _ = zeros(2, 3)[5],
        ["index: a mask of shape [3] does not fit shape [2, 3] at axis 0."] = () => _ = zeros(2, 3)[zeros(3, ScalarType.Bool)],
        ["sum: axis 2 is outside −2…1."] = () => zeros(2, 3).sum(2L),
        ["mean: axis 2 is outside −2…1."] = () => zeros(2, 3).mean([2]),
        ["var: axis 2 is outside −2…1."] = () => zeros(2, 3).var(2),
        ["std: axis 2 is outside −2…1."] = () => zeros(2, 3).std(2),
        ["norm: axis 2 is outside −2…1."] = () => zeros(2, 3).norm(2),
        ["max: axis 2 is outside −2…1."] = () => zeros(2, 3).max(2),
        ["argmin: axis 2 is outside −2…1."] = () => zeros(2, 3).argmin(2),
        ["max: among no elements there is none; the shape is [0]."] = () => zeros(0).max(),
        ["log_softmax: axis 2 is outside −2…1."] = () => zeros(2, 3).log_softmax(2),
        ["item: a tensor of shape [2] has not one element."] = () => zeros(2).item<float>(),
        ["item: the elements are Float32, not Int64."] = () => zeros(1).item<long>(),
        ["tensor: shape [2, 3] needs more than 4 numbers."] = () => tensor(new float[4], [2, 3]),
        ["arange: steps of -1 do not lead from 0 to 3."] = () => arange(0, 3, -1),
        ["randint: there is no integer from 3 to before 3."] = () => randint(3, 3, [2]),
        ["conv2d: input [1, 2, 5, 5] and weight [3, 4, 3, 3] do not fit"] = () => functional.conv2d(zeros(1, 2, 5, 5), zeros(3, 4, 3, 3)),
        ["conv2d: kernel [3, 3] (spanning 3) does not fit input [1, 2, 2, 2] with padding 0."] = () =>
            functional.conv2d(zeros(1, 2, 2, 2), zeros(3, 2, 3, 3)),
        ["conv_transpose2d: input [1, 2, 5, 5] and weight [3, 4, 3, 3] do not fit"] = () =>
            functional.conv_transpose2d(zeros(1, 2, 5, 5), zeros(3, 4, 3, 3)),
        ["batch_norm: weight is Float32 of shape [3]; input [4, 2] needs Float32 of shape [2]."] = () =>
            functional.batch_norm(zeros(4, 2), zeros(2), ones(2), zeros(3), zeros(2)),
        ["batch_norm: evaluation needs running_mean and running_var."] = () => functional.batch_norm(zeros(4, 2), null, null),
        ["BatchNorm2d: input has shape [2, 3]; 4 axes are expected."] = () => BatchNorm2d(3).call(zeros(2, 3)),
        ["embedding: index 5 is outside the table's rows 0…3."] = () => Embedding(4, 2).call(tensor(new[] { 5L })),
        ["mse_loss: input [2] and target [3] have different shapes."] = () => functional.mse_loss(zeros(2), zeros(3)),
        ["huber_loss: input [2] and target [3] have different shapes."] = () => functional.huber_loss(zeros(2), zeros(3)),
        ["kl_div: input [2] and target [3] have different shapes."] = () => functional.kl_div(zeros(2), zeros(3)),
        ["binary_cross_entropy_with_logits: input [2] and target [3] have different shapes."] = () =>
            functional.binary_cross_entropy_with_logits(zeros(2), zeros(3)),
        ["backward: needs one gradient of shape [2]."] = () => ones([2], requires_grad: true).backward([ones(3)]),
        ["grad: Float32 of shape [3] is no gradient of Float32 of shape [2]."] = () => zeros(2).grad = zeros(3),
    };

    public static TheoryData<string> Messages => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void AMistakeIsNamed(string message)
    {
        using var scope = NewDisposeScope();
        var error = Assert.ThrowsAny<ArgumentException>(Mistakes[message]);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
