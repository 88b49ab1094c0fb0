using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Optim;

/// <summary>Every optimizer with every option that changes what it computes.</summary>
internal static class Optimizers
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> All = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.05),
        ["SGD, decay, maximize"] = p => optim.SGD(p, 0.05, weight_decay: 0.1, maximize: true),
        ["SGD, momentum"] = p => optim.SGD(p, 0.05, 0.9, dampening: 0.3),
        ["SGD, nesterov"] = p => optim.SGD(p, 0.05, 0.9, nesterov: true, weight_decay: 0.1),
        ["Adam"] = p => optim.Adam(p, 0.1),
        ["Adam, decay, maximize"] = p => optim.Adam(p, 0.1, 0.8, 0.95, 1e-6, weight_decay: 0.1, maximize: true),
        ["Adam, amsgrad"] = p => optim.Adam(p, 0.1, amsgrad: true),
        ["AdamW"] = p => optim.AdamW(p, 0.1, weight_decay: 0.2),
        ["AdamW, amsgrad"] = p => optim.AdamW(p, 0.1, weight_decay: 0.2, amsgrad: true, maximize: true),
        ["RMSProp"] = p => optim.RMSProp(p),
        ["RMSProp, momentum"] = p => optim.RMSProp(p, 0.02, 0.9, momentum: 0.5, maximize: true),
        ["RMSProp, centered"] = p => optim.RMSProp(p, 0.02, weight_decay: 0.05, centered: true),
        ["RMSProp, centered, momentum"] = p => optim.RMSProp(p, 0.02, momentum: 0.5, centered: true),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static OptimizerHelper Make(string name, IEnumerable<Parameter> parameters) => All[name](parameters);
}
