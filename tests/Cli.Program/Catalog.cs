using Repro.Runtime;
using Repro.Runtime.Tests.Fixtures;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Repro.Cli.Program;

/// <summary>Experiments for tests of the commands, in a process of their own or in that of the tests.</summary>
public static class Catalog
{
    private const int Epochs = 60;

    private static readonly ExperimentSettings Settings = Tiny.Settings with
    {
        Epochs = Epochs,
        BatchSize = 2,
        Shuffle = true,
        Captures = [1, 30, 60],
        Data = Tiny.Settings.Data with { HorizontalFlip = true, Validation = new ValidationSize.Count(2), Take = 8 },
        Checkpoint = new() { Every = 1 },
    };

    /// <summary>Two of milliseconds, tiny-a and tiny-b.</summary>
    public static IReadOnlyList<Experiment> Pair { get; } =
    [
        Tiny.Create(Tiny.Settings with { Name = "tiny-a" }),
        Tiny.Create(Tiny.Settings with { Name = "tiny-b", Architecture = "other", Epochs = 3, Captures = [3] }),
    ];

    /// <summary>
    /// All of the program: that pair; tiny-long, which takes pictures after each of 100,000 epochs, so it never ends by itself; and for
    /// tests that stop and kill: tiny, which uses every random stream and every kind of state, and stuck, which waits in a step.
    /// </summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        .. Pair,
        Tiny.Create(Tiny.Settings with { Name = "tiny-long", Epochs = 100_000, Captures = [.. Enumerable.Range(1, 100_000)] }),
        new(Settings with { Name = "tiny" }, () => Start(() => { })),
        new(Settings with { Name = "stuck" }, () => Start(Stuck())),
    ];

    private static VariedRun Start(Action atStep) => new(
        parameters => optim.Adam(parameters, 1e-2, amsgrad: true),
        (optimizer, steps) =>
            LearningRateSchedule.PerStep(optimizer, steps * Epochs, () => OneCycleLR(optimizer, 0.02, total_steps: steps * Epochs)),
        dropout: 0.2,
        atStep);

    /// <summary>Writes a file when the fifth step begins, and ends that step when another file exists.</summary>
    private static Action Stuck()
    {
        var step = 0;
        return () =>
        {
            if (++step == 5)
            {
                File.WriteAllText("stuck", "");
                while (!File.Exists("go"))
                {
                    Thread.Sleep(10);
                }
            }
        };
    }
}
