using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Repro.Engine.Tests.Autograd;

/// <summary>
/// Every family of operations notices that what its gradient reads was changed in place, and that its graph was released.
/// </summary>
public class SavedTensorTests
{
    private static readonly long[] Matrix = [3, 4];
    private static readonly long[] Images = [2, 3, 5, 5];

    /// <summary>
    /// The operation, which operand or result ('x', 'w', 'y') its gradient reads, the name in the message, and shapes of x and w.
    /// </summary>
    private static readonly Dictionary<string, (
        Func<Tensor, Tensor, Tensor> Function, char Read, string Operation, long[] X, long[] W)> Families = new()
    {
        ["mul"] = ((x, w) => x * w, 'w', "mul", Matrix, Matrix),
        ["div"] = ((x, w) => x / w, 'w', "div", Matrix, [4]),
        ["div of"] = ((x, _) => 2 / x, 'x', "div", Matrix, [1]),
        ["square"] = ((x, _) => x.square(), 'x', "square", Matrix, [1]),
        ["abs"] = ((x, _) => x.abs(), 'x', "abs", Matrix, [1]),
        ["log"] = ((x, _) => x.log(), 'x', "log", Matrix, [1]),
        ["exp"] = ((x, _) => x.exp(), 'y', "exp", Matrix, [1]),
        ["sqrt"] = ((x, _) => x.sqrt(), 'y', "sqrt", Matrix, [1]),
        ["sigmoid"] = ((x, _) => x.sigmoid(), 'y', "sigmoid", Matrix, [1]),
        ["tanh"] = ((x, _) => x.tanh(), 'y', "tanh", Matrix, [1]),
        ["relu"] = ((x, _) => x.relu(), 'y', "relu", Matrix, [1]),
        ["gelu"] = ((x, _) => functional.gelu(x), 'x', "gelu", Matrix, [1]),
        ["erf"] = ((x, _) => x.erf(), 'x', "erf", Matrix, [1]),
        ["pow"] = ((x, _) => x.pow(2.5), 'x', "pow", Matrix, [1]),
        ["pow of tensors"] = ((x, w) => x.pow(w), 'w', "pow", Matrix, Matrix),
        ["clamp"] = ((x, _) => x.clamp(0, 1), 'x', "clamp", Matrix, [1]),
        ["where"] = ((x, w) => where(w, x, -x), 'w', "where", Matrix, Matrix),
        ["maximum"] = ((x, w) => x.maximum(w), 'w', "max", Matrix, Matrix),
        ["max"] = ((x, _) => x.max(), 'x', "max", Matrix, [1]),
        ["var"] = ((x, _) => x.var(), 'x', "var", Matrix, [1]),
        ["std"] = ((x, _) => x.std(1), 'x', "std", Matrix, [1]),
        ["norm"] = ((x, _) => x.norm(1), 'x', "norm", Matrix, [1]),
        ["softmax"] = ((x, _) => x.softmax(1), 'y', "softmax", Matrix, [1]),
        ["log_softmax"] = ((x, _) => x.log_softmax(1), 'y', "log_softmax", Matrix, [1]),
        ["mm"] = ((x, w) => x.mm(w), 'w', "mm", Matrix, [4, 2]),
        ["bmm"] = ((x, w) => x.bmm(w), 'w', "bmm", [2, 3, 4], [2, 4, 5]),
        ["addmm"] = ((x, w) => x.addmm(x, w), 'w', "addmm", [3, 3], [3, 3]),
        ["linear"] = ((x, w) => functional.linear(x, w), 'w', "linear", Matrix, [2, 4]),
        ["conv2d"] = ((x, w) => functional.conv2d(x, w), 'w', "conv2d", Images, [4, 3, 3, 3]),
        ["conv_transpose2d"] = ((x, w) => functional.conv_transpose2d(x, w), 'w', "conv_transpose2d", Images, [3, 4, 3, 3]),
        ["layer_norm"] = ((x, w) => functional.layer_norm(x, [4], w), 'w', "mul", Matrix, [4]),
        ["mse_loss"] = ((x, w) => functional.mse_loss(x, w), 'w', "mse_loss", Matrix, Matrix),
        ["binary_cross_entropy"] = ((x, w) => functional.binary_cross_entropy(x, w), 'x', "binary_cross_entropy", Matrix, Matrix),
        ["kl_div"] = ((x, w) => functional.kl_div(x, w, log_target: false), 'w', "mul", Matrix, Matrix),
    };

    public static TheoryData<string> Names => [.. Families.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AChangeInPlaceIsNoticed(string name)
    {
        using var scope = NewDisposeScope();
        var (_, read, operation, _, _) = Families[name];
        var (leaf, x, w, y) = Computed(name);
        using (no_grad())
        {
            (read switch { 'x' => x, 'w' => w, _ => y }).zero_();
        }

        var error = Assert.Throws<InvalidOperationException>(() => y.backward([ones_like(y)]));
        Assert.StartsWith(
            $"A tensor that the gradient of {operation} needs was changed in place after {operation} had read it.", error.Message,
            StringComparison.Ordinal);
        Assert.Null(leaf.grad);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ASecondPassNeedsARetainedGraph(string name)
    {
        using var scope = NewDisposeScope();
        var (leaf, _, _, y) = Computed(name);
        y.backward([ones_like(y)], retain_graph: true);
        var once = leaf.grad!.Values();
        y.backward([ones_like(y)]);
        Bits.Equal([.. once.Select(g => g + g)], leaf.grad!.Values(), "twice the gradient");
        var error = Assert.Throws<InvalidOperationException>(() => y.backward([ones_like(y)]));
        Assert.Matches(@"^The graph behind \w+ was released by an earlier backward\(\)\. Pass retain_graph: true", error.Message);
    }

    private static (Tensor Leaf, Tensor X, Tensor W, Tensor Y) Computed(string name)
    {
        var (function, _, operation, xSizes, wSizes) = Families[name];
        var leaf = (Samples.Tensor(1, xSizes).sigmoid() * 0.5f).add_(0.25f).requires_grad_();
        var x = leaf * 1;
        var w = Samples.Tensor(2, wSizes).sigmoid();
        w = operation == "where" ? w > 0.5 : w;
        return (leaf, x, w, function(x, w));
    }
}
