using System.Text.Json;
using Repro.Engine.Tests.Reference;
using Repro.Engine.Tests.Testing;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Repro.Engine.Tests.Operations;

/// <summary>
/// Layers, activations and losses, with their gradients, beside PyTorch's, at 1e-5 of the largest value of a tensor (see
/// <see cref="ReferenceTests"/>).
/// </summary>
public class LayerReferenceTests
{
    private const double Limit = 1e-5;

    private static readonly JsonElement Cases = ReferenceFile.Load("ops-layers.json").GetProperty("cases");

    public static TheoryData<string> Names => [.. Cases.EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void OutputsAndGradientsArePyTorchs(string name)
    {
        using var scope = NewDisposeScope();
        var entry = new Case(Cases.EnumerateArray().Single(c => c.GetProperty("name").GetString() == name));
        var output = Apply(name, entry);
        Compare(entry.Json.GetProperty("outputs")[0], output, "output");
        output.backward([Case.Load(entry.Json.GetProperty("upstream")[0])]);
        foreach (var expected in entry.Json.GetProperty("grads").EnumerateObject())
        {
            Compare(expected.Value, entry.Inputs[expected.Name].grad!, $"gradient of {expected.Name}");
        }
    }

    private static Tensor Apply(string name, Case c) => name switch
    {
        "elementwise_elu" or "edge_elu" => ELU().call(c.X),
        "elementwise_elu_alpha" => ELU(c.Double("alpha")).call(c.X),
        "elementwise_gelu" or "edge_gelu" or "large_gelu" => GELU().call(c.X),
        "elementwise_gelu_tanh" => GELU(TorchSharp.Modules.GELU.Approximate.tanh).call(c.X),
        "elementwise_silu" or "large_silu" => SiLU().call(c.X),
        "elementwise_softplus" or "edge_softplus" or "large_softplus" => Softplus().call(c.X),
        "elementwise_softplus_beta" => c.X.softplus(c.Double("beta"), c.Double("threshold")),
        "elementwise_expm1" or "large_expm1" => c.X.expm1(),
        "elementwise_erf" => c.X.erf(),
        "elementwise_log1p" => c.X.log1p(),
        "softmax_with_infinities" or "softmax_dim_0" or "softmax_dim_1" or "softmax_dim_-1" or "softmax_middle_dim" =>
            Softmax(c.Long("dim")!.Value).call(c.X),
        "more_softmax_long" => functional.softmax(c.X, -1),
        "log_softmax" => functional.log_softmax(c.X, c.Long("dim")!.Value),
        "more_log_softmax_dim_0_of_3" => c.X.log_softmax(0),
        "conv2d_k3g2" or "conv2d_depthwise" =>
            functional.conv2d(
                c.X, c.Inputs["weight"], c.Optional("bias"), [c.Long("stride") ?? 1], [c.Long("padding") ?? 0], null,
                c.Long("groups")!.Value),
        "conv_transpose2d_k4s2p1g2" =>
            functional.conv_transpose2d(c.X, c.Inputs["weight"], c.Optional("bias"), [2], [1], null, null, c.Long("groups")!.Value),
        "more_conv2d_reflect" => With(Conv2d(2, 3, (3, 3), padding: (2, 1), padding_mode: PaddingModes.Reflect), c).call(c.X),
        _ when Starts(name, "max_pool")
            || Starts(name, "avg_pool")
            || Starts(name, "adaptive_avg")
            || Starts(name, "upsample")
            || Starts(name, "pad_") =>
            Image(name, c),
        _ when Starts(name, "more_max_pool")
            || Starts(name, "more_avg_pool")
            || Starts(name, "more_adaptive_avg")
            || Starts(name, "more_interpolate")
            || Starts(name, "more_pad") =>
            MoreImages(name, c),
        _ when name.Contains("norm", StringComparison.Ordinal) => Normalization(name, c),
        "embedding" or "more_embedding_often" => Embed(c, null),
        "embedding_padding_idx" => Embed(c, c.Long("padding_idx")),
        _ => Loss(name, c),
    };

    private static Tensor Image(string name, Case c) => name switch
    {
        "max_pool_ties" => MaxPool2d(2).call(c.X),
        _ when Starts(name, "max_pool2d") =>
            MaxPool2d(
                c.Long("kernel")!.Value, c.Long("stride"), c.Long("padding"), c.Long("dilation"), c.Flag("ceil_mode", false)).call(c.X),
        _ when Starts(name, "avg_pool2d") =>
            AvgPool2d(
                c.Long("kernel")!.Value, c.Long("stride"), c.Long("padding"), c.Flag("ceil_mode", false),
                c.Flag("count_include_pad", true)).call(c.X),
        _ when Starts(name, "adaptive") => AdaptiveAvgPool2d(c.Longs("output_size")!).call(c.X),
        _ when Starts(name, "upsample") => Upsample(
            c.Longs("size"),
            c.Long("scale_factor") is { } factor ? [factor] : null,
            name.Contains("bilinear", StringComparison.Ordinal) ? UpsampleMode.Bilinear : UpsampleMode.Nearest,
            name.Contains("bilinear", StringComparison.Ordinal) ? c.Flag("align_corners", false) : null).call(c.X),
        "pad_constant" => functional.pad(c.X, c.Longs("pad")!, PaddingModes.Constant, c.Double("value")),
        "pad_negative" => functional.pad(c.X, (c.Longs("pad")![0], c.Longs("pad")![1], c.Longs("pad")![2], c.Longs("pad")![3])),
        "pad_reflect" => functional.pad(c.X, c.Longs("pad")!, PaddingModes.Reflect),
        "pad_replicate" => functional.pad(c.X, c.Longs("pad")!, PaddingModes.Replicate),
        _ => functional.pad(c.X, c.Longs("pad")!, PaddingModes.Circular),
    };

    private static Tensor MoreImages(string name, Case c) => name switch
    {
        "more_interpolate_nearest_factors" => functional.interpolate(c.X, scale_factor: [1.7, 0.6]),
        "more_interpolate_nearest_recomputed" => functional.interpolate(c.X, scale_factor: [1.7, 2.3], recompute_scale_factor: true),
        "more_interpolate_bilinear_factors" =>
            functional.interpolate(c.X, scale_factor: [1.7, 0.6], mode: InterpolationMode.Bilinear, align_corners: false),
        "more_interpolate_bilinear_one_pixel" => functional.interpolate(c.X, [3, 2], mode: InterpolationMode.Bilinear, align_corners: true),
        "more_interpolate_bilinear_to_one" => functional.interpolate(c.X, [1, 1], mode: InterpolationMode.Bilinear, align_corners: true),
        "more_avg_pool2d_divisor" => AvgPool2d(3, 2, 1, divisor_override: 7).call(c.X),
        "more_avg_pool2d_ceil_padded" => AvgPool2d(3, 2, 1, ceil_mode: true).call(c.X),
        "more_avg_pool2d_ceil_without_pad" => AvgPool2d(3, 2, 1, ceil_mode: true, count_include_pad: false).call(c.X),
        "more_avg_pool2d_large" => AvgPool2d(17, 1).call(c.X),
        "more_adaptive_avg_pool2d_larger" => AdaptiveAvgPool2d((5, 3)).call(c.X),
        "more_max_pool2d_all" => MaxPool2d(3, 2, 1, 2, true).call(c.X),
        "more_max_pool2d_nan" => MaxPool2d(3, 1).call(c.X),
        "more_pad_constant_three_axes" => functional.pad(c.X, [1, 0, -1, 2, 3, 1], value: -2),
        "more_pad_reflect_most" => functional.pad(c.X, (3, 3), PaddingModes.Reflect),
        "more_pad_circular_whole" => functional.pad(c.X, (3, 0, 0, 3), PaddingModes.Circular),
        _ => throw new InvalidDataException($"{name} is not tested"),
    };

    private static Tensor Normalization(string name, Case c) => name switch
    {
        "layer_norm_last" or "layer_norm_two_dims" => With(LayerNorm(c.Longs("normalized_shape")!), c).call(c.X),
        "more_layer_norm_plain" => LayerNorm(300, 1e-3, elementwise_affine: false).call(c.X),
        "more_layer_norm_without_bias" => With(LayerNorm([3, 4], bias: false), c).call(c.X),
        "group_norm" => With(GroupNorm(2, 4), c).call(c.X),
        "more_group_norm_plain" => GroupNorm(3, 6, affine: false).call(c.X),
        "more_group_norm_one_per_channel" => With(GroupNorm(4, 4), c).call(c.X),
        _ => throw new InvalidDataException($"{name} is not tested"),
    };

    private static Tensor Loss(string name, Case c)
    {
        var r = c.Reduction;
        return name switch
        {
            _ when Starts(name, "l1_loss") => L1Loss(r).call(c.X, c.Inputs["y"]),
            _ when Starts(name, "huber_loss") => HuberLoss(reduction: r).call(c.X, c.Inputs["y"]),
            _ when Starts(name, "more_huber") => functional.huber_loss(c.X, c.Inputs["y"], 0.6, r),
            _ when Starts(name, "smooth_l1_loss") => SmoothL1Loss(r).call(c.X, c.Inputs["y"]),
            _ when Starts(name, "more_smooth_l1") => functional.smooth_l1_loss(c.X, c.Inputs["y"], r, 0.4),
            "bce_with_logits_pos_weight" => BCEWithLogitsLoss(pos_weights: c.Constant("pos_weight")).call(c.X, c.Target),
            _ when Starts(name, "more_bce_with_logits") =>
                BCEWithLogitsLoss(c.Constant("weight"), r, c.Constant("pos_weight")).call(c.X, c.Target),
            _ when Starts(name, "bce_with_logits") => BCEWithLogitsLoss(reduction: r).call(c.X, c.Target),
            _ when Starts(name, "more_bce_weight") => BCELoss(c.Constant("weight"), r).call(c.X, c.Target),
            _ when Starts(name, "bce_") => BCELoss(reduction: r).call(c.Inputs["p"], c.Target),
            _ when Starts(name, "more_kl_div_log_target") => KLDivLoss(reduction: r).call(c.X, c.Target),
            "more_kl_div_zero_target" => functional.kl_div(c.X, c.Target, log_target: false, nn.Reduction.Sum),
            _ when Starts(name, "kl_div") => KLDivLoss(log_target: false, r).call(c.X, c.Target),
            "cross_entropy_weighted" => CrossEntropyLoss(c.Constant("weight")).call(c.X, c.Target),
            "cross_entropy_label_smoothing" => functional.cross_entropy(c.X, c.Target, label_smoothing: 0.1),
            _ when Starts(name, "more_cross_entropy_all_") && name != "more_cross_entropy_all_ignored" =>
                functional.cross_entropy(c.X, c.Target, c.Constant("weight"), reduction: r, label_smoothing: 0.2),
            _ when Starts(name, "more_cross_entropy_soft") =>
                functional.cross_entropy(c.X, c.Target, c.Constant("weight"), reduction: r, label_smoothing: 0.1),
            _ when name.Contains("cross_entropy", StringComparison.Ordinal) => CrossEntropyLoss(reduction: r).call(c.X, c.Target),
            _ => throw new InvalidDataException($"{name} is not tested"),
        };
    }

    private static Tensor Embed(Case c, long? padding)
    {
        var table = c.Inputs["weight"];
        return Repro.Engine.Operations.Embed.Apply(c.Constant("index"), table, padding);
    }

    /// <summary>The module with the case's tensors in place of its weight and bias.</summary>
    private static Module<Tensor, Tensor> With(Module<Tensor, Tensor> module, Case c)
    {
        foreach (var (name, parameter) in module.named_parameters().ToList())
        {
            var given = new Parameter(c.Inputs[name].detach().clone());
            c.Inputs[name] = given;
            module.GetType().GetProperty(name)!.SetValue(module, given);
            parameter.Dispose();
        }

        return module;
    }

    private static bool Starts(string name, string start) => name.StartsWith(start, StringComparison.Ordinal);

    private static void Compare(JsonElement expected, Tensor actual, string what)
    {
        Assert.Equal(expected.Shape(), actual.shape);
        Close.Equal(expected.Numbers(), actual.Values(), Limit, what);
    }

    private sealed class Case(JsonElement json)
    {
        public JsonElement Json => json;

        public Dictionary<string, Tensor> Inputs { get; } =
            json.GetProperty("inputs").EnumerateObject().ToDictionary(i => i.Name, i => Load(i.Value).requires_grad_());

        public Tensor X => Inputs["x"];

        public Tensor Target => Optional("target") ?? Constant("target");

        public nn.Reduction Reduction => Parameter("reduction")?.GetString() switch
        {
            "sum" => nn.Reduction.Sum,
            "none" => nn.Reduction.None,
            _ => nn.Reduction.Mean,
        };

        public Tensor? Optional(string name) => Inputs.GetValueOrDefault(name);

        public Tensor Constant(string name) => Load(json.GetProperty("constants").GetProperty(name));

        public long? Long(string name) => Parameter(name)?.GetInt64();

        public long[]? Longs(string name) => Parameter(name) is { } value ? [.. value.EnumerateArray().Select(x => x.GetInt64())] : null;

        public double Double(string name) => Parameter(name)!.Value.GetDouble();

        public bool Flag(string name, bool fallback) => Parameter(name)?.GetBoolean() ?? fallback;

        public static Tensor Load(JsonElement value) => value.GetProperty("dtype").GetString() == "int64"
            ? tensor(value.Numbers().Select(x => (long)x).ToArray(), value.Shape())
            : tensor(value.Numbers().Select(x => (float)x).ToArray(), value.Shape());

        private JsonElement? Parameter(string name) => json.GetProperty("params").TryGetProperty(name, out var value) ? value : null;
    }
}
