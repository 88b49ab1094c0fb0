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
                /// <summary>Multiplies the rates by a factor when a measure has not become better for some epochs.</summary>
                public sealed class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool wantsLess;
                    private readonly bool relative;
                    private readonly double factor;
                    private readonly double threshold;
                    private readonly double smallestChange;
                    private readonly double[] least;
                    private readonly int patience;
                    private readonly int cooldown;
                    private double best;
                    private int badEpochs;
                    private int coolEpochs;

                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="mode">Whether less (<c>min</c>) or more (<c>max</c>) is better.</param>
                    /// <param name="factor">The factor, less than 1.</param>
                    /// <param name="patience">Epochs without progress to bear.</param>
                    /// <param name="threshold">The change that counts as progress.</param>
                    /// <param name="threshold_mode">
                    /// Whether that is a share of the best measure (<c>rel</c>) or a difference (<c>abs</c>).
                    /// </param>
                    /// <param name="cooldown">Epochs after a change in which none counts as bad.</param>
                    /// <param name="min_lr">The least rate, of all groups or of each; 0 if left out.</param>
                    /// <param name="eps">Smaller changes of the rate are left out.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 0.0001,
                        string threshold_mode = "rel",
                        int cooldown = 0, IList<double>? min_lr = null, double eps = 1E-08, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        Setting.Require(factor < 1, nameof(ReduceLROnPlateau), nameof(factor), factor, "less than 1");
                        wantsLess = Choice(nameof(mode), mode, "min", "max");
                        relative = Choice(nameof(threshold_mode), threshold_mode, "rel", "abs");
                        least = min_lr is null or [] ? [0] : [.. min_lr];
                        if (least.Length != 1 && least.Length != Groups.Count)
                        {
                            throw new ArgumentException(
                                $"ReduceLROnPlateau: {least.Length} least rates do not fit {Groups.Count} parameter groups.",
                                nameof(min_lr));
                        }

                        (this.factor, this.threshold, smallestChange) = (factor, threshold, eps);
                        (this.patience, this.cooldown) = (patience, cooldown);
                        best = wantsLess ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    /// <summary>Not for this schedule.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step() => throw NeedsMeasure();

                    /// <summary>Not for this schedule.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step(int? epoch) => throw NeedsMeasure();

                    /// <summary>Takes the measure of an epoch, and lowers the rates if it has not become better for too long.</summary>
                    public override void step(double current, int? epoch = null)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        var better = IsBetter(current);
                        best = better ? current : best;
                        badEpochs = better ? 0 : badEpochs + 1;
                        if (coolEpochs > 0)
                        {
                            coolEpochs--;
                            badEpochs = 0;
                        }

                        if (badEpochs > patience)
                        {
                            Set([.. Enumerable.Range(0, Groups.Count).Select(Next)]);
                            coolEpochs = cooldown;
                            badEpochs = 0;
                        }
                    }

                    private protected override double Next(int group)
                    {
                        var rate = Groups[group].LearningRate;
                        var lower = Math.Max(rate * factor, least.Length == 1 ? least[0] : least[group]);
                        return rate - lower > smallestChange ? lower : rate;
                    }

                    private bool IsBetter(double measure) => wantsLess
                        ? measure < (relative ? best * (1 - threshold) : best - threshold)
                        : measure > (relative ? best * (threshold + 1) : best + threshold);

                    private static bool Choice(string name, string value, string yes, string no) => value == yes || (value == no
                        ? false
                        : throw new ArgumentException($"ReduceLROnPlateau: {name} is '{value}'; it must be '{yes}' or '{no}'.", name));

                    private static InvalidOperationException NeedsMeasure() =>
                        new("ReduceLROnPlateau looks at a measure: call step(double, int?).");
                }
            }
        }
    }
}
