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
                /// <summary>Lets the rates swing along a cosine from the initial ones down to a least one and back.</summary>
                public sealed class CosineAnnealingLR : LRScheduler
                {
                    private readonly double half;
                    private readonly double least;

                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="T_max">Epochs from the initial rate to the least, > 0.</param>
                    /// <param name="eta_min">The least rate.</param>
                    /// <param name="last_epoch">The epoch to go on from; −1 starts.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        Setting.Require(
                            T_max > 0 && double.IsFinite(T_max), nameof(CosineAnnealingLR), nameof(T_max), T_max,
                            "a positive finite number");
                        (half, least) = (T_max, eta_min);
                        step();
                    }

                    // From the rate before, so that it goes together with other changes of the rate, as in PyTorch.
                    private protected override double Next(int group)
                    {
                        var rate = Groups[group].LearningRate;
                        return Epoch == 0 ? rate
                            : (Epoch - 1 - half) % (2 * half) == 0 ? rate + ((Base[group] - least) * (1 - Curve.CosPi(1 / half)) / 2)
                            : ((1 + Curve.CosPi(Epoch / half)) / (1 + Curve.CosPi((Epoch - 1) / half)) * (rate - least)) + least;
                    }

                    private protected override double At(int group) => Curve.Wave(Base[group], least, Epoch / half);
                }
            }
        }
    }
}
