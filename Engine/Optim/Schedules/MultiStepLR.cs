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
                /// <summary>Multiplies the rates by a factor at certain epochs.</summary>
                public sealed class MultiStepLR : LRScheduler
                {
                    private readonly int[] milestones;
                    private readonly double gamma;

                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="milestones">The epochs of a change; a repeated epoch counts twice.</param>
                    /// <param name="gamma">The factor.</param>
                    /// <param name="last_epoch">The epoch to go on from; −1 starts.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public MultiStepLR(
                        Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(milestones);
                        (this.milestones, this.gamma) = ([.. milestones], gamma);
                        step();
                    }

                    private protected override double Next(int group) =>
                        Groups[group].LearningRate * Curve.Power(gamma, milestones.Count(milestone => milestone == Epoch));

                    private protected override double At(int group) =>
                        Base[group] * Curve.Power(gamma, milestones.Count(milestone => milestone <= Epoch));
                }
            }
        }
    }
}
