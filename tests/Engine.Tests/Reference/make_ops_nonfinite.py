"""Writes ops-nonfinite.json, what becomes of not-a-numbers, infinities and zeros: run with PyTorch 1.13.1, in this folder."""
import json
import torch
import torch.nn.functional as F

nan, inf = float("nan"), float("inf")
SPECIAL = [nan, inf, -inf, 0.0, -0.0, 1.0, -1.0, 0.5, -2.5]
cases = []


def numbers(values):
    text = {inf: "Infinity", -inf: "-Infinity"}
    return ["NaN" if v != v else text.get(v, float("%.9g" % v) if isinstance(v, float) else v) for v in values]


def tensor(x):
    return {"shape": list(x.shape), "dtype": str(x.dtype)[6:], "data": numbers(x.detach().flatten().tolist())}


def case(name, function, *inputs):
    """The outputs, and the gradients for an upstream gradient of 1, 1.5, 2, ..."""
    inputs = [x.clone().requires_grad_() for x in inputs]
    y = function(*inputs)
    ys = y if isinstance(y, tuple) else (y,)
    entry = {"name": name, "inputs": [tensor(x) for x in inputs], "outputs": [tensor(y) for y in ys]}
    if ys[0].requires_grad:
        ys[0].backward(1 + torch.arange(ys[0].numel()).view(ys[0].shape) / 2)
        entry["gradients"] = [None if x.grad is None else tensor(x.grad) for x in inputs]
    cases.append(entry)


x = torch.tensor(SPECIAL)
for name, function in {
    "neg": lambda x: -x, "abs": torch.abs, "exp": torch.exp, "log": torch.log, "sqrt": torch.sqrt, "rsqrt": torch.rsqrt,
    "sigmoid": torch.sigmoid, "tanh": torch.tanh, "floor": torch.floor, "ceil": torch.ceil, "relu": torch.relu, "square": torch.square, "erf": torch.erf, "expm1": torch.expm1,
    "log1p": torch.log1p, "softplus": F.softplus, "softplus beta": lambda x: F.softplus(x, 2, 3), "elu": lambda x: F.elu(x, 0.7),
    "gelu": F.gelu, "gelu tanh": lambda x: F.gelu(x, approximate="tanh"), "silu": F.silu, "leaky_relu": lambda x: F.leaky_relu(x, 0.2),
    "clamp": lambda x: x.clamp(-0.75, 2), "clamp min": lambda x: x.clamp(min=-0.75), "clamp max": lambda x: x.clamp(max=0.75),
    "isnan": torch.isnan, "add number": lambda x: x + 2, "sub from": lambda x: 2 - x, "mul number": lambda x: x * 0, "div number": lambda x: x / 0,
    "div of": lambda x: 2 / x, "div floor number": lambda x: torch.div(x, 2, rounding_mode="floor"),
    "div trunc number": lambda x: torch.div(x, 2, rounding_mode="trunc"),
}.items():
    case(name, function, x)
for exponent in (0, 1, 2, 3, 0.5, -0.5, -1, -2, 2.5, -1.5):
    case("pow %g" % exponent, lambda x: x.pow(exponent), x)

a, b = x.repeat_interleave(len(SPECIAL)), x.repeat(len(SPECIAL))
for name, function in {
    "add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div, "pow": torch.pow, "maximum": torch.maximum, "minimum": torch.minimum,
    "div floor": lambda a, b: torch.div(a, b, rounding_mode="floor"), "div trunc": lambda a, b: torch.div(a, b, rounding_mode="trunc"),
    "eq": torch.eq, "ne": torch.ne, "lt": torch.lt, "le": torch.le, "gt": torch.gt, "ge": torch.ge,
    "where": lambda a, b: torch.where(a > b, a, b), "add alpha": lambda a, b: torch.add(a, b, alpha=0),
    "mse_loss": lambda a, b: F.mse_loss(a, b, reduction="none"), "l1_loss": lambda a, b: F.l1_loss(a, b, reduction="none"),
    "smooth_l1_loss": lambda a, b: F.smooth_l1_loss(a, b, reduction="none"), "huber_loss": lambda a, b: F.huber_loss(a, b, reduction="none", delta=0.5),
    "kl_div": lambda a, b: F.kl_div(a, b, reduction="none"), "kl_div log": lambda a, b: F.kl_div(a, b, reduction="none", log_target=True),
}.items():
    case(name, function, a, b)
case("clamp tensors", lambda x, a, b: torch.clamp(x, a, b), a, b, torch.full_like(a, 0.75))
case("clamp upper tensor", lambda x, a, b: torch.clamp(x, a, b), a, torch.full_like(a, -0.75), b)
case("bce_with_logits", lambda a: F.binary_cross_entropy_with_logits(a, torch.full_like(a, 0.25), reduction="none"), x)
case("bce", lambda a: F.binary_cross_entropy(a, torch.tensor([0.0, 1, 0.25, 0, 1, 0.25]), reduction="none"), torch.tensor([0.0, 0, 0, 1, 1, 1]))

rows = torch.tensor([[1, nan, 2, 0.5], [inf, 1, 2, 3], [-inf, 1, 2, 3], [inf, -inf, 0, 1], [nan, inf, 1, 2], [inf, inf, 1, 2],
                     [-inf, -inf, -inf, -inf], [0.0, -0.0, 0, 0], [2, 2, 1, 2]])
for name, function in {
    "sum": lambda x: x.sum(1), "mean": lambda x: x.mean(1), "var": lambda x: x.var(1), "std": lambda x: x.std(1),
    "norm": lambda x: x.norm(dim=1), "norm 1": lambda x: x.norm(1, 1), "norm 3": lambda x: x.norm(3, 1), "norm 0": lambda x: x.norm(0, 1),
    "norm inf": lambda x: x.norm(inf, 1), "norm -inf": lambda x: x.norm(-inf, 1), "max": lambda x: tuple(x.max(1)), "min": lambda x: tuple(x.min(1)),
    "argmax": lambda x: x.argmax(1), "argmin": lambda x: x.argmin(1), "softmax": lambda x: x.softmax(1), "log_softmax": lambda x: x.log_softmax(1),
    "layer_norm": lambda x: F.layer_norm(x, [4]), "group_norm": lambda x: F.group_norm(x, 2), "batch_norm": lambda x: F.batch_norm(x[7:].t(), None, None, training=True),
    "cross_entropy": lambda x: F.cross_entropy(x, torch.tensor([0, 1, 1, 2, 3, 0, 1, 2, 3]), reduction="none"),
    "cross_entropy of -inf": lambda x: F.cross_entropy(x, torch.tensor([0, 0, 0, 1, 3, 0, 1, 2, 3]), reduction="none"),
    "cumulated in linear": lambda x: F.linear(x, torch.tensor([[1.0, 0, 2, -1], [0, 0, 0, 0]])),
    "mm": lambda x: x @ torch.tensor([[1.0, 0], [0, 2], [1, 1], [0, 0]]),
    "permute and cat": lambda x: torch.cat([x.t(), x.t() * 2]), "index": lambda x: x[[4, 0, 4]], "expand": lambda x: (x[:, None] * torch.ones(1, 2, 1)).sum(1),
}.items():
    case(name, function, rows)
for i, row in enumerate(rows):
    case("max of all %d" % i, lambda x: x.max(), row)
    case("min of all %d" % i, lambda x: x.min(), row)
case("addmm without input", lambda x, a: torch.addmm(x, a, a, beta=0), torch.full((2, 2), nan), torch.ones(2, 2))

image = torch.arange(36.0).reshape(1, 1, 6, 6) / 8
image[0, 0, 1, 2], image[0, 0, 4, 4], image[0, 0, 5, 0] = nan, inf, -inf
kernel = torch.tensor([[[[0.5, 0, -1], [1, 2, 0], [0.25, -0.5, 1]]]])
for name, function in {
    "conv2d": lambda x: F.conv2d(x, kernel, padding=1), "conv2d strided": lambda x: F.conv2d(x, kernel, stride=2),
    "conv_transpose2d": lambda x: F.conv_transpose2d(x, kernel), "conv_transpose2d strided": lambda x: F.conv_transpose2d(x, kernel, stride=2, padding=1),
    "max_pool2d": lambda x: F.max_pool2d(x, 3, 2, 1), "avg_pool2d": lambda x: F.avg_pool2d(x, 2), "adaptive_avg_pool2d": lambda x: F.adaptive_avg_pool2d(x, (4, 3)),
    "interpolate nearest": lambda x: F.interpolate(x, size=(4, 9)), "interpolate bilinear": lambda x: F.interpolate(x, size=(4, 9), mode="bilinear"),
    "interpolate aligned": lambda x: F.interpolate(x, size=(11, 11), mode="bilinear", align_corners=True),
    "pad reflect": lambda x: F.pad(x, (2, 1, 1, 2), mode="reflect"), "pad": lambda x: F.pad(x, (2, 1, -1, 2), value=nan),
    "batch_norm running": lambda x: F.batch_norm(x, torch.tensor([1.0]), torch.tensor([4.0])), "batch_norm training": lambda x: F.batch_norm(x, None, None, training=True),
}.items():
    case(name, function, image)

with open("ops-nonfinite.json", "w") as file:
    file.write('{"cases": [\n' + ",\n".join(json.dumps(c) for c in cases) + "\n]}\n")
print(len(cases))
