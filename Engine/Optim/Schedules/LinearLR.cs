using Repro.Engine.Optim.Options;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lets the rates go in a straight line from one share of the initial ones to another.</summary>
                public sealed class LinearLR : LRScheduler
                {
                    private readonly double start;
                    private readonly double end;
                    private readonly int epochs;

                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="start_factor">The share at epoch 0, in (0, 1].</param>
                    /// <param name="end_factor">The share from epoch <paramref name="total_iters"/> on, in [0, 1].</param>
                    /// <param name="total_iters">Epochs from one to the other, > 0.</param>
                    /// <param name="last_epoch">The epoch to go on from; −1 starts.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        Setting.Require(start_factor is > 0 and <= 1, nameof(LinearLR), nameof(start_factor), start_factor, "in (0, 1]");
                        Setting.Require(end_factor is >= 0 and <= 1, nameof(LinearLR), nameof(end_factor), end_factor, "in [0, 1]");
                        Setting.Positive(nameof(LinearLR), nameof(total_iters), total_iters);
                        (start, end, epochs) = (start_factor, end_factor, total_iters);
                        step();
                    }

                    private protected override double Next(int group)
                    {
                        var rate = Groups[group].LearningRate;
                        return Epoch == 0 ? rate * start
                            : Epoch > epochs ? rate
                            : rate * (1 + ((end - start) / ((epochs * start) + ((Epoch - 1) * (end - start)))));
                    }

                    private protected override double At(int group) =>
                        Base[group] * (start + ((end - start) * Math.Min(epochs, Epoch) / epochs));
                }
            }
        }
    }
}
