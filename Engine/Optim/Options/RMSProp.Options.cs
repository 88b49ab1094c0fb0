using Repro.Engine.Optim.Options;

namespace TorchSharp.Modules;

public sealed partial class RMSProp
{
    /// <summary>The settings of a parameter group; null takes the optimizer's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>Whether to go up the gradient.</summary>
        public bool? maximize;

        /// <summary>The factor of the running sum of changes, ≥ 0; 0 keeps none.</summary>
        public double? momentum;

        /// <summary>The factor of the running mean of the squared gradient, ≥ 0.</summary>
        public double? alpha;

        /// <summary>Added to the denominator, ≥ 0.</summary>
        public double? eps;

        /// <summary>Pull towards zero, as a share of the parameter added to the gradient, ≥ 0.</summary>
        public double? weight_decay;

        /// <summary>Whether to divide by the deviation of the gradient from its running mean.</summary>
        public bool? centered;

        private protected override object?[] Values
        {
            get => [maximize, momentum, alpha, eps, weight_decay, centered];
            set => (maximize, momentum, alpha, eps, weight_decay, centered) =
                ((bool?)value[0], (double?)value[1], (double?)value[2], (double?)value[3], (double?)value[4], (bool?)value[5]);
        }

        internal override void Check(string optimizer)
        {
            base.Check(optimizer);
            Setting.NotNegative(optimizer, nameof(alpha), alpha);
            Setting.NotNegative(optimizer, nameof(eps), eps);
            Setting.NotNegative(optimizer, nameof(weight_decay), weight_decay);
            Setting.NotNegative(optimizer, nameof(momentum), momentum);
        }
    }
}
