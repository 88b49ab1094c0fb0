using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Optimizers: three parameters, one of them long, after five steps along fixed gradients.</summary>
internal static class OptimizerOperations
{
    private const int Steps = 5;

    public static IReadOnlyList<Operation> All { get; } =
    [
        After("optim.Adam", p => optim.Adam(p, lr: 1e-2)),
        After("optim.Adam decaying", p => optim.Adam(p, lr: 1e-2, beta1: 0.8, beta2: 0.99, eps: 1e-6, weight_decay: 0.1, maximize: true)),
    ];

    private static Operation After(string name, Func<IEnumerable<Parameter>, optim.Optimizer> create) => new(name, () =>
    {
        Parameter[] parameters = [nn.Parameter(Numbers.Any(1, 3, 5)), nn.Parameter(Numbers.Any(2, 257)), nn.Parameter(Numbers.Any(3, 40_003))];
        using var optimizer = create(parameters);
        for (var step = 0; step < Steps; step++)
        {
            optimizer.zero_grad();
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].backward([Numbers.Any((10 * step) + i, parameters[i].shape)]);
            }

            optimizer.step();
        }

        return parameters.Select(parameter => parameter.detach());
    });
}
