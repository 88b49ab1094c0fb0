using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Repro.Engine.Tests.Testing;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Repro.Engine.Tests.Training;

/// <summary>
/// The bits of short trainings of the layers that the paper does not use, as hashes: the same on every machine, with every kernel and any number
/// of threads. They may change only together with the version of the contract.
/// </summary>
public class LayerFingerprintTests
{
    private static readonly Dictionary<string, (Func<string> Train, string Hash)> Trainings = new()
    {
        ["a residual network with group norm"] = (Residual, "db870ec08150f0cdb315d5085c3924b373eaff37f57647e791ad13373ab8ab04"),
        ["a perceptron with dropout"] = (Perceptron, "82da073e49d3bb882415a318bd04ac1ff2f8b564892c41350a9bdd23394b5721"),
    };

    public static TheoryData<string> Names => [.. Trainings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Version_1_trains_to_these_bits(string name)
    {
        Assert.Equal(1, Numerics.Version);
        var (train, expected) = Trainings[name];
        Threads.Each(_ => Same(expected, train()));
        Kernel.Each(_ => Same(expected, train()));
    }

    private static void Same(string expected, string actual) => Assert.True(expected == actual, $"{actual}, {expected} expected");

    /// <summary>Images to classes, and back to images: convolutions in groups, pooling, resizing, padding, cross entropy, Huber.</summary>
    private static string Residual()
    {
        manual_seed(2);
        using var scope = NewDisposeScope();
        using var stem = Sequential(Conv2d(3, 12, 3, padding: 1, padding_mode: PaddingModes.Reflect), GroupNorm(3, 12), SiLU());
        using var block = Sequential(Conv2d(12, 12, 3, padding: 1, groups: 4), GroupNorm(3, 12), GELU(), Conv2d(12, 12, 1), GroupNorm(12, 12));
        using var head = Sequential(MaxPool2d(3, 2, 1), ELU(), AdaptiveAvgPool2d(2), Flatten(), Linear(48, 5));
        using var back = Sequential(
            AvgPool2d(2), Upsample(scale_factor: [2]), ConvTranspose2d(12, 6, 3, 1, 1, groups: 2), GELU(TorchSharp.Modules.GELU.Approximate.tanh),
            Upsample([17, 15], mode: UpsampleMode.Bilinear), Conv2d(6, 3, 1), Softplus());
        var images = rand(7, 3, 16, 16);
        var classes = randint(5, [7]);
        return Steps([stem, block, head, back], () =>
        {
            var features = stem.call(images);
            var mixed = features + block.call(features);
            var target = functional.pad(images, (-1, 0, 0, 1), PaddingModes.Replicate);
            return functional.cross_entropy(head.call(mixed), classes, label_smoothing: 0.1) + functional.huber_loss(back.call(mixed), target, 0.3);
        });
    }

    /// <summary>Words to two kinds of answers: embedding, layer norm, dropout, softmax, divergences.</summary>
    private static string Perceptron()
    {
        manual_seed(3);
        using var scope = NewDisposeScope();
        using var table = Embedding(40, 20, padding_idx: 0);
        using var network = Sequential(Flatten(), Linear(120, 300), LayerNorm(300), GELU(), Dropout(0.3), Linear(300, 30), Unflatten(1, [3, 10]));
        var words = randint(40, [11, 6]);
        var target = rand(11, 3, 10);
        return Steps([table, network], () =>
        {
            var y = network.call(table.call(words));
            return functional.binary_cross_entropy_with_logits(y, target)
                + functional.kl_div(y.log_softmax(2), target.softmax(2), log_target: false)
                + functional.binary_cross_entropy(y.softmax(1), target)
                + functional.smooth_l1_loss(y, target, beta: 0.5)
                + functional.l1_loss(y.erf(), target)
                + (y.expm1().abs().log1p().mean() / 8);
        });
    }

    private static string Steps(Module[] modules, Func<Tensor> loss)
    {
        using var adam = optim.Adam(modules.SelectMany(module => module.parameters()), lr: 1e-2);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var step = 0; step < 3; step++)
        {
            adam.zero_grad();
            var value = loss();
            value.backward();
            adam.step();
            Assert.True(float.IsFinite(value.item<float>()));
            Append(hash, value);
        }

        foreach (var value in modules.SelectMany(module => module.state_dict().Values))
        {
            Append(hash, value);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, Tensor tensor) => hash.AppendData(MemoryMarshal.AsBytes<float>(tensor.Values()));
}
