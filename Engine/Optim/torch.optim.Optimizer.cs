using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private protected Optimizer()
            {
            }

            /// <summary>The parameter groups, in the order given.</summary>
            public abstract IEnumerable<ILearningRateController> ParamGroups { get; }

            /// <summary>Fills the gradients of all parameters with zeros; those that are absent stay so.</summary>
            public abstract void zero_grad();

            /// <summary>Changes every parameter that has a gradient.</summary>
            /// <param name="closure">Computes the loss and the gradients first; its result is the step's.</param>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>The parameters of all groups, in the order given.</summary>
            public abstract IEnumerable<Parameter> parameters();

            /// <summary>Adds parameters with settings of their own; what is null in these is taken from the optimizer's.</summary>
            /// <exception cref="ArgumentException">A setting is out of range, or a parameter is in the optimizer already.</exception>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>Releases the optimizer's state.</summary>
            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Releases the optimizer's state.</summary>
            protected abstract void Dispose(bool disposing);

            /// <summary>What an optimizer needs to go on with the same bits: not a copy, it changes with the optimizer.</summary>
            public class StateDictionary
            {
                internal StateDictionary(IEnumerable<OptimizerOptions> options, IEnumerable<OptimizerState> states) =>
                    (Options, State) = ([.. options], [.. states]);

                /// <summary>The settings of each group.</summary>
                public List<OptimizerOptions> Options { get; }

                /// <summary>What is remembered of each parameter, group after group.</summary>
                public List<OptimizerState> State { get; }
            }
        }
    }
}
