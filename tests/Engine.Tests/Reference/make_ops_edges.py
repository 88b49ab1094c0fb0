"""Writes ops-edges.json, what PyTorch makes of empty tensors, single elements, extreme magnitudes, every type and illegal arguments:
run with PyTorch 1.13.1, in this folder. Each case has its inputs and either the output or that there is an error."""
import json
import warnings
import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")
nan, inf = float("nan"), float("inf")
cases = []
index = {}


def numbers(values):
    text = {inf: "Infinity", -inf: "-Infinity"}
    return ["NaN" if v != v else text.get(v, float("%.9g" % v) if isinstance(v, float) else v) for v in values]


def tensor(x):
    data = numbers(x.detach().flatten().tolist())
    if x.dtype == torch.float64:
        data = ["NaN" if v != v else {inf: "Infinity", -inf: "-Infinity"}.get(v, v) for v in x.detach().flatten().tolist()]
    return {"shape": list(x.shape), "dtype": str(x.dtype)[6:], "data": data}


def shared(x):
    """Inputs stand once in the file; cases name them by number."""
    entry = json.dumps(tensor(x))
    return index.setdefault(entry, len(index))


def case(name, function, *inputs):
    entry = {"name": name, "inputs": [shared(x) for x in inputs]}
    try:
        y = function(*[x.clone() for x in inputs])
        entry["outputs"] = [tensor(y) for y in (y if isinstance(y, tuple) else (y,))]
    except (RuntimeError, IndexError, ValueError, TypeError, ZeroDivisionError):
        entry["error"] = True
    cases.append(entry)


extreme = [0.0, -0.0, 1e-45, -1e-45, 1.17549435e-38, 1e-20, -1e-20, 0.5, -1.0, 3.0, 88.72, -87.3, -103.9, 1e10, 1e20, -1e20,
           3.40282347e38, -3.40282347e38, inf, -inf, nan]
floats = {
    "none": torch.zeros(0), "no rows": torch.zeros(0, 3), "no columns": torch.zeros(2, 0), "number": torch.tensor(0.5),
    "one": torch.tensor([-1.5]), "extreme": torch.tensor(extreme),
}
others = {
    "float64": torch.tensor([0.25, -1e300, 1e-310, nan], dtype=torch.float64), "int64": torch.tensor([-3, 0, 7]),
    "int32": torch.tensor([-3, 0, 7], dtype=torch.int32), "int16": torch.tensor([-3, 0, 7], dtype=torch.int16),
    "int8": torch.tensor([-3, 0, 127], dtype=torch.int8), "uint8": torch.tensor([0, 7, 255], dtype=torch.uint8),
    "bool": torch.tensor([True, False, True]),
}
everything = {**floats, **others}

unary = {
    "neg": lambda x: -x, "abs": torch.abs, "exp": torch.exp, "log": torch.log, "sqrt": torch.sqrt, "rsqrt": torch.rsqrt,
    "sigmoid": torch.sigmoid, "tanh": torch.tanh, "floor": torch.floor, "ceil": torch.ceil, "relu": torch.relu, "square": torch.square,
    "erf": torch.erf, "expm1": torch.expm1, "log1p": torch.log1p, "softplus": F.softplus, "elu": F.elu, "gelu": F.gelu, "silu": F.silu,
    "leaky_relu": lambda x: F.leaky_relu(x, 0.2), "clamp": lambda x: x.clamp(-1, 2), "isnan": torch.isnan, "add 2": lambda x: x + 2, "mul 3": lambda x: x * 3, "div 2": lambda x: x / 2, "from 2": lambda x: 2 - x,
    "pow 2": lambda x: x.pow(2), "softmax": lambda x: x.softmax(-1), "log_softmax": lambda x: x.log_softmax(-1),
    "softmax of float32": lambda x: x.softmax(-1, dtype=torch.float32), "clone": torch.clone, "flatten": torch.flatten,
    "sum": lambda x: x.sum(), "mean": lambda x: x.mean(), "var": lambda x: x.var(), "std": lambda x: x.std(), "max": lambda x: x.max(),
    "min": lambda x: x.min(), "argmax": lambda x: x.argmax(), "argmin": lambda x: x.argmin(), "norm": lambda x: x.norm(),
    "sum last": lambda x: x.sum(-1), "mean last": lambda x: x.mean(-1), "max last": lambda x: tuple(x.max(-1)),
    "sum first kept": lambda x: x.sum(0, keepdim=True), "var biased": lambda x: x.var(unbiased=False),
    "sum int32": lambda x: x.sum(dtype=torch.int32), "sum int64": lambda x: x.sum(dtype=torch.int64),
    "sum float32": lambda x: x.sum(dtype=torch.float32), "sum bool": lambda x: x.sum(dtype=torch.bool),
    "sum uint8": lambda x: x.sum(dtype=torch.uint8), "mean float32": lambda x: x.mean(dtype=torch.float32, dim=()),
    "to float32": lambda x: x.to(torch.float32), "to int64": lambda x: x.to(torch.int64), "to bool": lambda x: x.to(torch.bool),
    "unsqueeze": lambda x: x.unsqueeze(-1), "unsqueeze outside": lambda x: x.unsqueeze(4), "sum outside": lambda x: x.sum(3),
    "narrow": lambda x: x.narrow(0, 0, 1), "narrow outside": lambda x: x.narrow(0, 2, 30), "select": lambda x: x.select(0, 0),
    "select outside": lambda x: x.select(0, 30), "view": lambda x: x.view(-1), "view wrong": lambda x: x.view(4, 7),
    "reshape two unknown": lambda x: x.reshape(-1, -1), "expand": lambda x: x.expand(2, *x.shape), "expand wrong": lambda x: x.expand(5, 5),
    "transpose outside": lambda x: x.transpose(0, 5), "split": lambda x: x.split(1)[0], "split none": lambda x: x.split(0)[0],
    "chunk": lambda x: x.chunk(2)[0], "chunk none": lambda x: x.chunk(0)[0], "cat": lambda x: torch.cat([x, x]),
    "stack": lambda x: torch.stack([x, x]), "repeat": lambda x: x.repeat(*[2] * max(x.dim(), 1)),
}
for name, function in unary.items():
    for x in everything.values():
        # Conversions of what does not fit are undefined in C++.
        if name in ("to int64", "sum int32", "sum int64", "sum uint8") and (x.is_floating_point() and x.numel() > 1):
            continue
        case(name, function, x)

binary = {
    "add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div, "pow": torch.pow, "maximum": torch.maximum,
    "minimum": torch.minimum, "eq": torch.eq, "lt": torch.lt, "div floor": lambda a, b: torch.div(a, b, rounding_mode="floor"),
    "div trunc": lambda a, b: torch.div(a, b, rounding_mode="trunc"), "where": lambda a, b: torch.where(a > b, a, b),
    "add_": lambda a, b: a.add_(b), "mul_": lambda a, b: a.mul_(b), "div_": lambda a, b: a.div_(b), "copy_": lambda a, b: a.copy_(b),
    "matmul": torch.matmul, "mm": torch.mm, "cat both": lambda a, b: torch.cat([a, b]), "mse_loss": F.mse_loss, "l1_loss": F.l1_loss,
    "allclose": lambda a, b: torch.tensor(torch.allclose(a, b)),
}
small = {
    "none": torch.zeros(0), "no rows": torch.zeros(0, 3), "no columns": torch.zeros(3, 0), "number": torch.tensor(0.5),
    "one": torch.tensor([-1.5]), "three": torch.tensor([1.0, -2.0, 1e20]), "matrix": torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 1e20]]),
    "float64": torch.tensor([0.25, -1e100, 2.0], dtype=torch.float64), "int64": torch.tensor([-3, 2, 7]),
    "int32": torch.tensor([-3, 2, 7], dtype=torch.int32), "uint8": torch.tensor([1, 7, 255], dtype=torch.uint8),
    "bool": torch.tensor([True, False, True]),
}
for name, function in binary.items():
    for a in small.values():
        for b in small.values():
            case(name, function, a, b)

image, none, one = torch.arange(32.0).view(1, 2, 4, 4) / 8 - 1, torch.zeros(0, 2, 4, 4), torch.full((1, 2, 1, 1), 1e20)
kernel, back = torch.arange(36.0).view(2, 2, 3, 3) / 16 - 1, torch.arange(36.0).view(2, 2, 3, 3) / 16
for x in (image, none, one):
    for stride, padding, dilation in ((1, 0, 1), (2, 1, 1), (3, 2, 2), (0, 0, 1), (1, -1, 1), (1, 0, 0)):
        case("conv2d %d %d %d" % (stride, padding, dilation), lambda x, w: F.conv2d(x, w, None, stride, padding, dilation), x, kernel)
        for output in (-1, 0, 1, 2, 3):
            case("conv_transpose2d %d %d %d %d" % (stride, padding, dilation, output),
                 lambda x, w: F.conv_transpose2d(x, w, None, stride, padding, output, 1, dilation), x, back)
    for size, stride, padding in ((2, 2, 0), (1, 1, 0), (4, 1, 2), (5, 1, 0), (0, 1, 0), (2, 0, 0), (2, 1, 2), (2, 1, -1)):
        case("max_pool2d %d %d %d" % (size, stride, padding), lambda x: F.max_pool2d(x, size, stride, padding), x)
        case("avg_pool2d %d %d %d" % (size, stride, padding), lambda x: F.avg_pool2d(x, size, stride, padding), x)
    for size in (0, 1, 3):
        case("adaptive_avg_pool2d %d" % size, lambda x: F.adaptive_avg_pool2d(x, size), x)
    for size in (0, 1, 7):
        case("interpolate nearest %d" % size, lambda x: F.interpolate(x, (size, size)), x)
        case("interpolate bilinear %d" % size, lambda x: F.interpolate(x, (size, size), mode="bilinear"), x)
    for pad in ((1, 1, 1, 1), (-1, -1, 0, 0), (-3, -3, 0, 0), (4, 0, 0, 0)):
        for mode in ("constant", "reflect", "replicate", "circular"):
            case("pad %s %s" % (mode, " ".join(map(str, pad))), lambda x: F.pad(x, pad, mode), x)
    for groups in (0, 1, 2, 3):
        case("group_norm %d" % groups, lambda x: F.group_norm(x, groups), x)
    case("layer_norm", lambda x: F.layer_norm(x, x.shape[2:]), x)
    case("layer_norm wrong", lambda x: F.layer_norm(x, [5]), x)
    case("batch_norm trained", lambda x: F.batch_norm(x, None, None, training=True), x)
    case("batch_norm", lambda x: F.batch_norm(x, torch.zeros(2), torch.ones(2)), x)
    case("batch_norm wrong", lambda x: F.batch_norm(x, torch.zeros(3), torch.ones(3)), x)
    case("linear wrong", lambda x: F.linear(x, torch.ones(3, 5)), x)

for logits, target in (
        (torch.zeros(0, 3), torch.zeros(0, dtype=torch.int64)), (torch.tensor([[1e20, -1e20, 0.0]]), torch.tensor([1])),
        (torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([2])), (torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([3])),
        (torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([-1])), (torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([-100])),
        (torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([0, 1])), (torch.tensor([1.0, 2.0, 3.0]), torch.tensor(1)),
        (torch.tensor([[1.0], [2.0]]), torch.tensor([0, 0]))):
    case("cross_entropy", F.cross_entropy, logits, target)
for a, b in ((torch.zeros(0), torch.zeros(0)), (torch.tensor([0.0, 1.0]), torch.tensor([1.0, 0.0])), (torch.tensor([0.5]), torch.tensor([0.5])),
             (torch.tensor([1.5]), torch.tensor([0.5])), (torch.tensor([-0.5]), torch.tensor([0.5]))):
    case("binary_cross_entropy", F.binary_cross_entropy, a, b)
for a in (torch.zeros(0), torch.tensor([1e20, -1e20, 100.0, -100.0])):
    case("binary_cross_entropy_with_logits", F.binary_cross_entropy_with_logits, a, torch.full_like(a, 0.25))
    case("smooth_l1_loss", F.smooth_l1_loss, a, torch.full_like(a, 0.25))
    case("huber_loss", F.huber_loss, a, torch.full_like(a, 0.25))
    case("kl_div", lambda a, b: F.kl_div(a, b, reduction="none"), a, torch.full_like(a, 0.25))
for x, i in ((torch.arange(6.0).view(3, 2), torch.tensor([2, 0])), (torch.arange(6.0).view(3, 2), torch.tensor([], dtype=torch.int64)),
             (torch.arange(6.0).view(3, 2), torch.tensor([3])), (torch.zeros(0, 2), torch.tensor([0])), (torch.zeros(0, 2), torch.tensor([], dtype=torch.int64))):
    case("embedding", lambda x, i: F.embedding(i, x), x, i)
    case("index", lambda x, i: x[i], x, i)
    case("index_select", lambda x, i: x.index_select(0, i), x, i)

json.dump({"version": "1.13.1", "inputs": [json.loads(x) for x in index], "cases": cases}, open("ops-edges.json", "w"), separators=(",", ":"), allow_nan=False)
print(len(cases), "cases,", sum("error" in c for c in cases), "errors")
