using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Changes the learning rates of an optimizer's groups from epoch to epoch. Making one sets the rates of epoch 0.
            /// </summary>
            public abstract class LRScheduler
            {
                private readonly bool verbose;
                private double[] last;

                private protected LRScheduler(Optimizer optimizer, int last_epoch, bool verbose)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    this.verbose = verbose;
                    Groups = [.. optimizer.ParamGroups];
                    Base = [.. Groups.Select(group => group.InitialLearningRate)];
                    last = [.. Groups.Select(group => group.LearningRate)];
                    Epoch = last_epoch;
                }

                private protected IReadOnlyList<ILearningRateController> Groups { get; }

                /// <summary>The rates that the groups began with.</summary>
                private protected IReadOnlyList<double> Base { get; }

                /// <summary>The epoch that the rates are for; −1 before the first.</summary>
                private protected int Epoch { get; set; }

                /// <summary>Sets the rates of the next epoch.</summary>
                public virtual void step() => step(null);

                /// <summary>Sets the rates of an epoch, or of the next one.</summary>
                public virtual void step(int? epoch)
                {
                    Epoch = epoch ?? Epoch + 1;
                    Set([.. Enumerable.Range(0, Groups.Count).Select(group => epoch is null ? Next(group) : At(group))]);
                }

                /// <summary>Sets the rates of the next epoch, or of a given one; the measure is for schedules that look at it.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates set last, one for each group.</summary>
                public IEnumerable<double> get_last_lr() => last;

                /// <summary>The rate of a group at <see cref="Epoch"/>, from its rate at the epoch before.</summary>
                private protected abstract double Next(int group);

                /// <summary>The rate of a group at <see cref="Epoch"/>, from the rate it began with.</summary>
                private protected virtual double At(int group) => Next(group);

                private protected void Set(double[] rates)
                {
                    for (var group = 0; group < rates.Length; group++)
                    {
                        if (verbose && rates[group] != last[group])
                        {
                            Console.WriteLine(string.Create(
                                CultureInfo.InvariantCulture, $"Epoch {Epoch}: the learning rate of group {group} is now {rates[group]}."));
                        }

                        Groups[group].LearningRate = rates[group];
                    }

                    last = rates;
                }
            }
        }
    }
}
