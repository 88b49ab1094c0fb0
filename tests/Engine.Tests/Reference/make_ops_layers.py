"""Writes the cases of ops-layers.json whose names begin with "more_": run with PyTorch 1.13.1, in this folder."""
import json
import torch
import torch.nn.functional as F

torch.manual_seed(20)
cases = []


def numbers(values):
    text = {float("inf"): "Infinity", float("-inf"): "-Infinity"}
    return ["NaN" if v != v else text.get(v, float("%.9g" % v) if isinstance(v, float) else v) for v in values]


def tensor(x):
    return {"shape": list(x.shape), "dtype": str(x.dtype)[6:], "data": numbers(x.detach().flatten().tolist())}


def case(name, inputs, function, constants=None, params=None):
    constants = constants or {}
    inputs = {k: v.clone().requires_grad_() for k, v in inputs.items()}
    y = function(**inputs, **constants)
    up = torch.randn(y.shape)
    y.backward(up)
    cases.append({"name": "more_" + name, "params": params or {},
                  "inputs": {k: tensor(v) for k, v in inputs.items()},
                  "constants": {k: tensor(v) for k, v in constants.items()},
                  "outputs": [tensor(y)], "upstream": [tensor(up)],
                  "grads": {k: tensor(v.grad) for k, v in inputs.items()}})


randn, rand = torch.randn, torch.rand
target = torch.tensor([2, -100, 3, 1, 0, 4])
weight = rand(5) + 0.5
for reduction in ("mean", "sum", "none"):
    p = {"reduction": reduction}
    case("cross_entropy_all_" + reduction, {"x": randn(6, 5)},
         lambda x, target, weight: F.cross_entropy(x, target, weight, reduction=reduction, label_smoothing=0.2),
         {"target": target, "weight": weight}, p)
    case("cross_entropy_soft_" + reduction, {"x": randn(2, 5, 3), "target": rand(2, 5, 3).softmax(1)},
         lambda x, target, weight: F.cross_entropy(x, target, weight, reduction=reduction, label_smoothing=0.1),
         {"weight": weight}, p)
    case("kl_div_log_target_" + reduction, {"x": randn(4, 5).log_softmax(1), "target": randn(4, 5).log_softmax(1)},
         lambda x, target: F.kl_div(x, target, reduction=reduction, log_target=True), None, p)
    case("bce_weight_" + reduction, {"x": rand(4, 5)},
         lambda x, target, weight: F.binary_cross_entropy(x, target, weight, reduction=reduction),
         {"target": rand(4, 5), "weight": weight}, p)
    case("bce_with_logits_all_" + reduction, {"x": 5 * randn(4, 5)},
         lambda x, target, weight, pos_weight: F.binary_cross_entropy_with_logits(x, target, weight, reduction=reduction, pos_weight=pos_weight),
         {"target": rand(4, 5), "weight": rand(4, 1), "pos_weight": rand(5) * 3}, p)
    case("huber_" + reduction, {"x": randn(4, 5), "y": randn(4, 5)},
         lambda x, y: F.huber_loss(x, y, delta=0.6, reduction=reduction), None, p)
    case("smooth_l1_" + reduction, {"x": randn(4, 5), "y": randn(4, 5)},
         lambda x, y: F.smooth_l1_loss(x, y, beta=0.4, reduction=reduction), None, p)
case("cross_entropy_one_sample", {"x": randn(5)}, lambda x, target: F.cross_entropy(x, target), {"target": torch.tensor(3)})
case("cross_entropy_all_ignored", {"x": randn(2, 5)}, lambda x, target: F.cross_entropy(x, target), {"target": torch.tensor([-100, -100])})
case("kl_div_zero_target", {"x": randn(1, 4).log_softmax(1)},
     lambda x, target: F.kl_div(x, target, reduction="sum"), {"target": torch.tensor([[0, 0.5, 0.5, 0]])})
case("interpolate_nearest_factors", {"x": randn(2, 1, 5, 4)}, lambda x: F.interpolate(x, scale_factor=(1.7, 0.6), mode="nearest"))
case("interpolate_nearest_recomputed", {"x": randn(1, 1, 5, 4)},
     lambda x: F.interpolate(x, scale_factor=(1.7, 2.3), mode="nearest", recompute_scale_factor=True))
case("interpolate_bilinear_factors", {"x": randn(2, 1, 5, 4)},
     lambda x: F.interpolate(x, scale_factor=(1.7, 0.6), mode="bilinear", align_corners=False))
case("interpolate_bilinear_one_pixel", {"x": randn(1, 2, 1, 1)}, lambda x: F.interpolate(x, size=(3, 2), mode="bilinear", align_corners=True))
case("interpolate_bilinear_to_one", {"x": randn(1, 2, 4, 5)}, lambda x: F.interpolate(x, size=(1, 1), mode="bilinear", align_corners=True))
case("avg_pool2d_divisor", {"x": randn(1, 2, 5, 6)}, lambda x: F.avg_pool2d(x, 3, 2, 1, divisor_override=7))
case("avg_pool2d_ceil_padded", {"x": randn(1, 2, 6, 7)}, lambda x: F.avg_pool2d(x, 3, 2, 1, ceil_mode=True))
case("avg_pool2d_ceil_without_pad", {"x": randn(2, 6, 7)}, lambda x: F.avg_pool2d(x, 3, 2, 1, ceil_mode=True, count_include_pad=False))
case("avg_pool2d_large", {"x": randn(1, 1, 20, 18)}, lambda x: F.avg_pool2d(x, 17, 1))
case("adaptive_avg_pool2d_larger", {"x": randn(1, 2, 3, 4)}, lambda x: F.adaptive_avg_pool2d(x, (5, 3)))
case("max_pool2d_all", {"x": randn(2, 7, 8)}, lambda x: F.max_pool2d(x, 3, 2, 1, 2, ceil_mode=True))
holes = randn(1, 1, 4, 4)
holes[0, 0, 1, 2] = float("nan")
case("max_pool2d_nan", {"x": holes}, lambda x: F.max_pool2d(x, 3, 1))
case("group_norm_plain", {"x": randn(3, 6, 5)}, lambda x: F.group_norm(x, 3))
case("group_norm_one_per_channel", {"x": randn(2, 4, 3, 3), "weight": rand(4), "bias": randn(4)}, lambda x, weight, bias: F.group_norm(x, 4, weight, bias))
case("layer_norm_plain", {"x": randn(2, 3, 300)}, lambda x: F.layer_norm(x, (300,), eps=1e-3))
case("layer_norm_without_bias", {"x": randn(2, 3, 4), "weight": rand(3, 4)}, lambda x, weight: F.layer_norm(x, (3, 4), weight))
case("embedding_often", {"weight": randn(3, 2)}, lambda weight, index: F.embedding(index, weight), {"index": torch.randint(3, (2, 300))})
case("pad_constant_three_axes", {"x": randn(2, 3, 4)}, lambda x: F.pad(x, (1, 0, -1, 2, 3, 1), value=-2.0))
case("pad_reflect_most", {"x": randn(1, 2, 4)}, lambda x: F.pad(x, (3, 3), mode="reflect"))
case("pad_circular_whole", {"x": randn(1, 2, 3, 3)}, lambda x: F.pad(x, (3, 0, 0, 3), mode="circular"))
case("log_softmax_dim_0_of_3", {"x": randn(4, 2, 3)}, lambda x: F.log_softmax(x, 0))
case("softmax_long", {"x": randn(2, 700)}, lambda x: F.softmax(x, 1))
case("conv2d_reflect", {"x": randn(2, 2, 5, 4), "weight": randn(3, 2, 3, 3), "bias": randn(3)},
     lambda x, weight, bias: F.conv2d(F.pad(x, (1, 1, 2, 2), mode="reflect"), weight, bias))

with open("ops-layers.json") as file:
    document = json.load(file)
document["cases"] = [c for c in document["cases"] if not c["name"].startswith("more_")] + cases
with open("ops-layers.json", "w") as file:
    json.dump(document, file)
