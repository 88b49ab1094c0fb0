using Repro.Engine.Optim.Options;
using Repro.Engine.Optim.Schedules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rates by a factor at a fixed interval of epochs.</summary>
                public sealed class StepLR : LRScheduler
                {
                    private readonly int period;
                    private readonly double gamma;

                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="step_size">Epochs from one change to the next, > 0.</param>
                    /// <param name="gamma">The factor.</param>
                    /// <param name="last_epoch">The epoch to go on from; −1 starts.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        Setting.Positive(nameof(StepLR), nameof(step_size), step_size);
                        (period, this.gamma) = (step_size, gamma);
                        step();
                    }

                    private protected override double Next(int group) =>
                        Epoch == 0 || Epoch % period != 0 ? Groups[group].LearningRate : Groups[group].LearningRate * gamma;

                    private protected override double At(int group) => Base[group] * Curve.Power(gamma, Epoch / period);
                }
            }
        }
    }
}
