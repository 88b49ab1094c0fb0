using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>
/// Optimizers: three parameters, one of them long, after five steps along fixed gradients. Learning rates, and clipped gradients.
/// </summary>
internal static class OptimizerOperations
{
    private const int Steps = 5;

    public static IReadOnlyList<Operation> All { get; } =
    [
        After("optim.Adam", p => optim.Adam(p, lr: 1e-2)),
        After("optim.Adam decaying", p => optim.Adam(p, lr: 1e-2, beta1: 0.8, beta2: 0.99, eps: 1e-6, weight_decay: 0.1, maximize: true)),
        After("optim.Adam amsgrad", p => optim.Adam(p, lr: 1e-2, amsgrad: true)),
        After("optim.AdamW", p => optim.AdamW(p, lr: 1e-2, weight_decay: 0.1)),
        After("optim.SGD", p => optim.SGD(p, 1e-2)),
        After("optim.SGD with momentum", p => optim.SGD(p, 1e-2, momentum: 0.9, dampening: 0.1, weight_decay: 0.1)),
        After("optim.SGD of Nesterov", p => optim.SGD(p, 1e-2, momentum: 0.9, nesterov: true, maximize: true)),
        After("optim.RMSProp", p => optim.RMSProp(p)),
        After("optim.RMSProp centered", p => optim.RMSProp(p, 1e-3, momentum: 0.9, centered: true, weight_decay: 0.1)),
        Scheduled("StepLR", o => optim.lr_scheduler.StepLR(o, 3, 0.3)),
        Scheduled("MultiStepLR", o => optim.lr_scheduler.MultiStepLR(o, [2, 5, 11], 0.3)),
        Scheduled("ExponentialLR", o => optim.lr_scheduler.ExponentialLR(o, 0.9)),
        Scheduled("LinearLR", o => optim.lr_scheduler.LinearLR(o)),
        Scheduled("CosineAnnealingLR", o => optim.lr_scheduler.CosineAnnealingLR(o, 17, 1e-4)),
        Scheduled("LambdaLR", o => optim.lr_scheduler.LambdaLR(o, epoch => 1.0 / (1 + epoch))),
        Scheduled("OneCycleLR", o => optim.lr_scheduler.OneCycleLR(o, 0.1, total_steps: 30)),
        Scheduled("ReduceLROnPlateau", o => optim.lr_scheduler.ReduceLROnPlateau(o, patience: 2), s => s.step(1.0)),
        Clipped("utils.clip_grad_norm_", 2),
        Clipped("utils.clip_grad_norm_ of 1", 1),
        Clipped("utils.clip_grad_norm_ of the largest", double.PositiveInfinity),
    ];

    /// <summary>The learning rates, in binary64.</summary>
    private static Operation Scheduled(
        string name, Func<optim.Optimizer, optim.lr_scheduler.LRScheduler> create,
        Action<optim.lr_scheduler.LRScheduler>? advance = null) =>
        new("lr_scheduler." + name, () =>
    {
        using var optimizer = optim.SGD([nn.Parameter(Numbers.Any(1, 3))], 0.1);
        var scheduler = create(optimizer);
        List<double> rates = [];
        for (var step = 0; step < 25; step++)
        {
            rates.Add(optimizer.ParamGroups.Single().LearningRate);
            (advance ?? (s => s.step()))(scheduler);
        }

        return [tensor(rates.ToArray())];
    });

    private static Operation Clipped(string name, double norm) => new(name, () =>
    {
        Parameter[] parameters = [.. Parameters()];
        Step(parameters, 0);
        var total = nn.utils.clip_grad_norm_(parameters, 0.3, norm);
        return [tensor([total]), .. parameters.Select(parameter => parameter.grad!)];
    });

    private static IEnumerable<Parameter> Parameters() =>
        [nn.Parameter(Numbers.Any(1, 3, 5)), nn.Parameter(Numbers.Any(2, 257)), nn.Parameter(Numbers.Any(3, 40_003))];

    private static void Step(Parameter[] parameters, int step)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i].backward([Numbers.Any((10 * step) + i, parameters[i].shape)]);
        }
    }

    private static Operation After(string name, Func<IEnumerable<Parameter>, optim.Optimizer> create) => new(name, () =>
    {
        Parameter[] parameters = [.. Parameters()];
        using var optimizer = create(parameters);
        for (var step = 0; step < Steps; step++)
        {
            optimizer.zero_grad();
            Step(parameters, step);
            optimizer.step();
        }

        return parameters.Select(parameter => parameter.detach());
    });
}
