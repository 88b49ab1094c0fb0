using Repro.Engine.Tests.Testing;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Repro.Engine.Tests.Modules;

/// <summary>
/// Rule 5: in evaluation, what a layer makes of a sample does not depend on the samples beside it, nor on the number of threads.
/// </summary>
public class BatchInvarianceTests
{
    private const int Samples = 5;

    private static readonly Dictionary<string, (Func<Module<Tensor, Tensor>> Create, long[] Sample)> Layers = new()
    {
        ["Linear"] = (() => Linear(300, 70), [300]),
        ["Linear to one"] = (() => Linear(300, 1), [300]),
        ["Linear, deep"] = (() => Linear(700, 40), [3, 700]),
        ["Linear on sequences"] = (() => Linear(30, 7), [4, 30]),
        ["Conv2d"] = (() => Conv2d(20, 33, 4, 2, 1), [20, 11, 13]),
        ["Conv2d, reflecting"] = (() => Conv2d(3, 5, 3, padding: 1, padding_mode: PaddingModes.Reflect), [3, 9, 8]),
        ["Conv2d in groups"] = (() => Conv2d(6, 9, 3, padding: 1, groups: 3), [6, 9, 8]),
        ["Conv2d, dilated"] = (() => Conv2d(20, 5, 3, 1, 2, dilation: 2), [20, 9, 8]),
        ["Conv2d to few channels"] = (() => Conv2d(40, 3, 3, padding: 1), [40, 9, 8]),
        ["Conv2d of one pixel"] = (() => Conv2d(300, 33, 1), [300, 3, 2]),
        ["Conv2d, depthwise"] = (() => Conv2d(6, 6, 3, 2, groups: 6), [6, 9, 8]),
        ["ConvTranspose2d"] = (() => ConvTranspose2d(33, 20, 4, 2, 1), [33, 6, 5]),
        ["ConvTranspose2d to few channels"] = (() => ConvTranspose2d(64, 3, 4, 2, 1), [64, 6, 5]),
        ["ConvTranspose2d, dilated in groups"] = (() => ConvTranspose2d(6, 4, 3, 3, 1, 2, dilation: 2, groups: 2), [6, 6, 5]),
        ["ConvTranspose2d in groups"] = (() => ConvTranspose2d(6, 4, 3, 2, 1, 1, groups: 2), [6, 6, 5]),
        ["BatchNorm1d"] = (() => BatchNorm1d(70), [70]),
        ["BatchNorm2d"] = (() => BatchNorm2d(17), [17, 6, 5]),
        ["LayerNorm"] = (() => LayerNorm([7, 90]), [7, 90]),
        ["LayerNorm of rows"] = (() => LayerNorm(300), [3, 300]),
        ["GroupNorm of one group"] = (() => GroupNorm(1, 12), [12, 9, 11]),
        ["GroupNorm of each channel"] = (() => GroupNorm(12, 12), [12, 9, 11]),
        ["GroupNorm"] = (() => GroupNorm(3, 12), [12, 9, 11]),
        ["Dropout"] = (() => Dropout(0.5), [40]),
        ["LeakyReLU"] = (() => LeakyReLU(0.2), [37]),
        ["ReLU"] = (() => ReLU(), [37]),
        ["ELU"] = (() => ELU(), [37]),
        ["GELU"] = (() => GELU(), [37]),
        ["GELU by tanh"] = (() => GELU(TorchSharp.Modules.GELU.Approximate.tanh), [37]),
        ["SiLU"] = (() => SiLU(), [37]),
        ["Sigmoid"] = (() => Sigmoid(), [37]),
        ["Tanh"] = (() => Tanh(), [37]),
        ["Softplus"] = (() => Softplus(), [37]),
        ["Softmax of the last axis"] = (() => Softmax(-1), [3, 600]),
        ["Softmax of channels"] = (() => Softmax(1), [37, 5]),
        ["Flatten"] = (() => Flatten(), [3, 5, 2]),
        ["Unflatten"] = (() => Unflatten(1, [3, 4]), [12, 2]),
        ["Identity"] = (() => Identity(), [5]),
        ["MaxPool2d"] = (() => MaxPool2d(3, 2, 1), [4, 9, 8]),
        ["AvgPool2d"] = (() => AvgPool2d(3, 2, 1), [4, 9, 8]),
        ["AvgPool2d of many"] = (() => AvgPool2d(20, 1), [2, 22, 21]),
        ["AdaptiveAvgPool2d"] = (() => AdaptiveAvgPool2d(1), [4, 30, 31]),
        ["AdaptiveAvgPool2d to a few"] = (() => AdaptiveAvgPool2d((3, 4)), [4, 10, 9]),
        ["MaxPool2d, dilated"] = (() => MaxPool2d(2, 1, 0, dilation: 3), [4, 9, 8]),
        ["Upsample to a size"] = (() => Upsample([7, 9]), [3, 5, 4]),
        ["Upsample, bilinear, corners aligned"] = (
            () => Upsample(scale_factor: [2], mode: UpsampleMode.Bilinear, align_corners: true), [3, 5, 4]),
        ["Upsample, nearest"] = (() => Upsample(scale_factor: [2]), [3, 5, 4]),
        ["Upsample, bilinear"] = (() => Upsample([7, 9], mode: UpsampleMode.Bilinear), [3, 5, 4]),
        ["Sequential"] = (() => Sequential(
            ("conv", Conv2d(3, 8, 3)), ("norm", GroupNorm(2, 8)), ("act", SiLU()), ("pool", AdaptiveAvgPool2d(1)), ("flat", Flatten()),
            ("out", Linear(8, 3))), [3, 8, 9]),
    };

    public static TheoryData<string> Names => [.. Layers.Keys];

    [Fact]
    public void EveryLayerIsHere()
    {
        using var scope = NewDisposeScope();
        var here = Layers.Values.Select(layer => layer.Create().GetType()).Append(typeof(TorchSharp.Modules.Embedding)).ToHashSet();
        var layers = typeof(Module).Assembly.GetTypes().Where(
            type => type.IsPublic && !type.IsAbstract && type.IsSubclassOf(typeof(Module<Tensor, Tensor>)));
        Assert.Equal([], layers.Where(layer => !here.Contains(layer)).Select(layer => layer.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ASampleIsComputedAsIfAlone(string name)
    {
        using var scope = NewDisposeScope();
        var (layer, x) = Create(name);
        var whole = layer.call(x);
        for (var i = 0; i < Samples; i++)
        {
            var alone = layer.call(x.narrow(0, i, 1));
            Bits.Equal(alone.Values(), whole.narrow(0, i, 1).contiguous().Values(), $"{name}, sample {i}");
        }
    }

    [Fact]
    public void AnEmbeddingIsComputedAsIfAlone()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var layer = Embedding(11, 7);
        layer.eval();
        var index = randint(11, [Samples, 4]);
        var whole = layer.call(index);
        for (var i = 0; i < Samples; i++)
        {
            Bits.Equal(layer.call(index.narrow(0, i, 1)).Values(), whole.narrow(0, i, 1).contiguous().Values(), $"sample {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ThreadsChangeNothing(string name)
    {
        using var scope = NewDisposeScope();
        var before = get_num_threads();
        try
        {
            float[]? first = null;
            foreach (var threads in new[] { 1, 2, 3, 7 })
            {
                set_num_threads(threads);
                var (layer, x) = Create(name);
                layer.train();
                x.requires_grad = true;
                var y = layer.call(x);
                y.backward([Testing.Samples.Tensor(5, y.shape)]);
                float[] all = [.. y.contiguous().Values(), .. x.grad!.contiguous().Values(), .. layer.parameters().SelectMany(
                    p => p.grad!.contiguous().Values())];
                first ??= all;
                Bits.Equal(first, all, $"{name}, {threads} threads");
            }
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static (Module<Tensor, Tensor> Layer, Tensor X) Create(string name)
    {
        manual_seed(3);
        var (create, sample) = Layers[name];
        var layer = create();
        layer.eval();
        return (layer, Testing.Samples.Tensor(4, [Samples, .. sample]));
    }
}
