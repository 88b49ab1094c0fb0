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
                /// <summary>Multiplies the rates by a factor every epoch.</summary>
                public sealed class ExponentialLR : LRScheduler
                {
                    private readonly double gamma;

                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="gamma">The factor.</param>
                    /// <param name="last_epoch">The epoch to go on from; −1 starts.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.gamma = gamma;
                        step();
                    }

                    private protected override double Next(int group) =>
                        Epoch == 0 ? Groups[group].LearningRate : Groups[group].LearningRate * gamma;

                    private protected override double At(int group) => Base[group] * Curve.Power(gamma, Epoch);
                }
            }
        }
    }
}
