using Repro.Engine.Optim;
using Repro.Engine.Optim.Options;

namespace TorchSharp.Modules;

public sealed partial class Adam
{
    /// <summary>The settings of a parameter group; null takes the optimizer's.</summary>
    public sealed class Options : AdamOptions
    {
    }

    /// <summary>Parameters with settings of their own.</summary>
    public sealed class ParamGroup : AdamGroup<Options>
    {
        /// <summary>An empty group, to be filled by its properties.</summary>
        public ParamGroup()
        {
        }

        /// <summary>A group of parameters and its settings.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options? options)
            : base(parameters, options)
        {
        }

        /// <summary>A group of parameters and its settings, each stated.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, AdamOptions.Of<Options>(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize))
        {
        }
    }
}
