using Repro.Engine.Modules;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private readonly Parameter[] all;

            private protected Optimizer(IEnumerable<Parameter> parameters) => all = [.. parameters];

            /// <summary>Fills the gradients of all parameters with zeros.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in all)
                {
                    Gradients.Clear(parameter, toNone: false);
                }
            }

            /// <summary>Changes every parameter that has a gradient.</summary>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>The parameters, in the order given.</summary>
            public virtual IEnumerable<Parameter> parameters() => all;

            /// <summary>Releases the optimizer's state.</summary>
            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Releases the optimizer's state.</summary>
            protected abstract void Dispose(bool disposing);
        }
    }
}
