namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Sets the rates to the initial ones times a function of the epoch.</summary>
                public sealed class LambdaLR : LRScheduler
                {
                    private readonly IReadOnlyList<Func<int, double>> factors;

                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="lr_lambda">
                    /// The factor of an epoch. Mind that the bits of <see cref="Math"/>'s functions differ between machines.
                    /// </param>
                    /// <param name="last_epoch">The epoch to go on from; −1 starts.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(lr_lambda);
                        factors = [.. Groups.Select(_ => lr_lambda)];
                        step();
                    }

                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="lr_lambdas">The factor of an epoch, for each group one.</param>
                    /// <param name="last_epoch">The epoch to go on from; −1 starts.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public LambdaLR(
                        Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        factors = [.. lr_lambdas];
                        if (factors.Count != Groups.Count)
                        {
                            throw new ArgumentException(
                                $"LambdaLR: {factors.Count} functions are given for {Groups.Count} groups.", nameof(lr_lambdas));
                        }

                        step();
                    }

                    private protected override double Next(int group) => Base[group] * factors[group](Epoch);
                }
            }
        }
    }
}
