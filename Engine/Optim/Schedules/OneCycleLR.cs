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
                /// <summary>
                /// One cycle (Smith and Topin, 2018): the rate rises to a maximum and falls far below its start, and the momentum (β₁ in
                /// Adam) goes the other way. Made to be stepped after every batch.
                /// </summary>
                public sealed class OneCycleLR : LRScheduler
                {
                    private readonly Phase[] phases;
                    private readonly Func<double, double, double, double> anneal;
                    private readonly bool cyclesMomentum;
                    private readonly int steps;

                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="max_lr">The highest rate.</param>
                    /// <param name="total_steps">Steps of the cycle, > 0; −1 takes the next two.</param>
                    /// <param name="epochs">Epochs of the cycle, > 0.</param>
                    /// <param name="steps_per_epoch">Steps of an epoch, > 0.</param>
                    /// <param name="pct_start">The share of the steps that the rate rises for, in [0, 1].</param>
                    /// <param name="anneal_strategy">Along half a cosine, or a straight line.</param>
                    /// <param name="cycle_momentum">Whether to change the momentum too.</param>
                    /// <param name="base_momentum">The least momentum, at the highest rate.</param>
                    /// <param name="max_momentum">The highest momentum, at the start and at the end.</param>
                    /// <param name="div_factor">The highest rate by the first one.</param>
                    /// <param name="final_div_factor">The first rate by the last one.</param>
                    /// <param name="three_phase">
                    /// Whether to fall as long as to rise, and then to the last rate in the rest of the steps.
                    /// </param>
                    /// <param name="last_epoch">The step to go on from; −1 starts.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85,
                        double max_momentum = 0.95,
                        double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        steps = Steps(total_steps, epochs, steps_per_epoch);
                        Setting.Require(pct_start is >= 0 and <= 1, nameof(OneCycleLR), nameof(pct_start), pct_start, "in [0, 1]");
                        anneal = anneal_strategy == AnnealStrategy.Cos ? Curve.Wave : Curve.Line;
                        cyclesMomentum = cycle_momentum;
                        var first = max_lr / div_factor;
                        var last = first / final_div_factor;
                        var peak = (pct_start * steps) - 1;
                        phases = three_phase
                            ? [
                                new(peak, first, max_lr, max_momentum, base_momentum),
                                new((2 * pct_start * steps) - 2, max_lr, first, base_momentum, max_momentum),
                                new(steps - 1, first, last, max_momentum, max_momentum),
                              ]
                            : [
                                new(peak, first, max_lr, max_momentum, base_momentum),
                                new(steps - 1, max_lr, last, base_momentum, max_momentum),
                              ];
                        step();
                    }

                    /// <summary>The way from one rate to another.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a wave of the cosine.</summary>
                        Cos = 0,

                        /// <summary>A straight line.</summary>
                        Linear = 1,
                    }

                    private protected override double Next(int group)
                    {
                        if (Epoch > steps)
                        {
                            throw new InvalidOperationException(
                                $"OneCycleLR: step {Epoch + 1} is behind the end of a cycle of {steps} steps.");
                        }

                        var index = Array.FindIndex(phases, candidate => Epoch <= candidate.End);
                        index = index < 0 ? phases.Length - 1 : index;
                        var (phase, start) = (phases[index], index == 0 ? 0 : phases[index - 1].End);
                        var share = phase.End == start ? 1 : (Epoch - start) / (phase.End - start);
                        if (cyclesMomentum)
                        {
                            SetMomentum(Groups[group], anneal(phase.MomentumAtStart, phase.MomentumAtEnd, share));
                        }

                        return anneal(phase.RateAtStart, phase.RateAtEnd, share);
                    }

                    private static int Steps(int total, int epochs, int stepsPerEpoch)
                    {
                        if (total != -1)
                        {
                            Setting.Positive(nameof(OneCycleLR), "total_steps", total);
                            return total;
                        }

                        if (epochs == -1 && stepsPerEpoch == -1)
                        {
                            throw new ArgumentException("OneCycleLR: give either total_steps, or epochs and steps_per_epoch.");
                        }

                        Setting.Positive(nameof(OneCycleLR), "epochs", epochs);
                        Setting.Positive(nameof(OneCycleLR), "steps_per_epoch", stepsPerEpoch);
                        return checked(epochs * stepsPerEpoch);
                    }

                    private static void SetMomentum(ILearningRateController group, double momentum)
                    {
                        switch (group)
                        {
                            case IBetas adam: adam.Betas = (momentum, adam.Betas.Item2); break;
                            case IMomentum other: other.Momentum = momentum; break;
                            default: throw new ArgumentException("OneCycleLR: the optimizer has no momentum; set cycle_momentum to false.");
                        }
                    }

                    /// <summary>A part of the cycle, up to and with a step.</summary>
                    private sealed record Phase(
                        double End, double RateAtStart, double RateAtEnd, double MomentumAtStart, double MomentumAtEnd);
                }
            }
        }
    }
}
