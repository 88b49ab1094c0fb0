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
                    private readonly Func<int, double> factor;

                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="lr_lambda">The factor of an epoch. Mind that the bits of <see cref="Math"/>'s functions differ between machines.</param>
                    /// <param name="last_epoch">The epoch to go on from; −1 starts.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(lr_lambda);
                        factor = lr_lambda;
                        step();
                    }

                    private protected override double Next(int group) => Base[group] * factor(Epoch);
                }
            }
        }
    }
}
