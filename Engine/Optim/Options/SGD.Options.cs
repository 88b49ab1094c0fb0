using Repro.Engine.Optim.Options;

namespace TorchSharp.Modules;

public sealed partial class SGD
{
    /// <summary>The settings of a parameter group; null takes the optimizer's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The factor of the running sum of gradients, ≥ 0; 0 keeps none.</summary>
        public double? momentum;

        /// <summary>What is taken off each new gradient in that sum, as a share of 1.</summary>
        public double? dampening;

        /// <summary>Pull towards zero, as a share of the parameter added to the gradient, ≥ 0.</summary>
        public double? weight_decay;

        /// <summary>Whether to look ahead along the momentum; needs momentum and no dampening.</summary>
        public bool? nesterov;

        /// <summary>Whether to go up the gradient.</summary>
        public bool? maximize;

        private protected override object?[] Values
        {
            get => [momentum, dampening, weight_decay, nesterov, maximize];
            set => (momentum, dampening, weight_decay, nesterov, maximize) =
                ((double?)value[0], (double?)value[1], (double?)value[2], (bool?)value[3], (bool?)value[4]);
        }

        internal override void Check(string optimizer)
        {
            base.Check(optimizer);
            Setting.NotNegative(optimizer, nameof(momentum), momentum);
            Setting.Require(dampening is { } value && double.IsFinite(value), optimizer, nameof(dampening), dampening, "finite");
            Setting.NotNegative(optimizer, nameof(weight_decay), weight_decay);
            if (nesterov == true)
            {
                Setting.Require(momentum > 0, optimizer, nameof(momentum), momentum, "positive with nesterov");
                Setting.Require(dampening == 0, optimizer, nameof(dampening), dampening, "0 with nesterov");
            }
        }
    }
}
