using Repro.Engine.Optim;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Helpers of training.</summary>
        public static partial class utils
        {
            /// <summary>
            /// Scales the gradients of all parameters so that their norm, as if they were one vector, is at most
            /// <paramref name="max_norm"/>.
            /// </summary>
            /// <param name="tensors">The parameters; those without a gradient do not count.</param>
            /// <param name="max_norm">The highest norm, ≥ 0.</param>
            /// <param name="norm_type">2, 1 or infinity (the largest absolute value).</param>
            /// <returns>The norm before.</returns>
            /// <exception cref="NotSupportedException">The norm is another one.</exception>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                return GradientNorm.Clip([.. tensors.Select(parameter => parameter.Gradient).OfType<Tensor>()], max_norm, norm_type);
            }
        }
    }
}
