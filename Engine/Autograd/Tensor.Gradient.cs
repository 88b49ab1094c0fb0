using Repro.Engine.Autograd;
using Repro.Engine.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private Tensor? gradient;
        private bool requiresGrad;
        private bool retains;

        /// <summary>Whether operations on the tensor are recorded, and a backward pass leaves its gradient here.</summary>
        public bool requires_grad
        {
            get => requiresGrad || Source is not null;
            set
            {
                if (value && dtype is not (ScalarType.Float32 or ScalarType.Float64))
                {
                    throw new InvalidOperationException($"Only tensors of floating point type can require gradients, not {dtype}.");
                }

                if (!value && Source is not null)
                {
                    throw new InvalidOperationException("The result of an operation cannot stop requiring its gradient; use detach().");
                }

                requiresGrad = value;
            }
        }

        /// <summary>Whether the tensor was not made by a recorded operation.</summary>
        public bool is_leaf => Source is null;

        /// <summary>The gradient that backward passes have left, as a new tensor on the same memory, or null.</summary>
        public Tensor? grad
        {
            get => gradient?.Alias();
            set
            {
                if (value is not null && (value.dtype != dtype || !value.Sizes.SequenceEqual(Sizes)))
                {
                    throw new ArgumentException(
                        $"grad: {value.dtype} of shape {Layout.Text(value.Sizes)} is no gradient of {dtype} of shape "
                        + $"{Layout.Text(Sizes)}.");
                }

                Gradient = value?.Alias().DetachFromDisposeScope();
            }
        }

        internal Node? Source
        {
            get;
            set
            {
                field = value;
                if (retains)
                {
                    value?.Retain(this);
                }
            }
        }

        internal bool NeedsGradient => requires_grad;

        internal Tensor? Gradient
        {
            get => gradient;
            set
            {
                gradient?.Dispose();
                gradient = value;
            }
        }

        /// <summary>Computes the gradients of every leaf behind this one-element tensor and adds them to those that are there.</summary>
        public void backward() => backward(grad_tensors: null);

        /// <summary>Computes the gradients of every leaf behind this tensor and adds them to those that are there.</summary>
        /// <param name="grad_tensors">The gradient of this tensor; may be left out if it has one element, and is 1 then.</param>
        /// <param name="retain_graph">Whether another backward pass may follow.</param>
        /// <param name="create_graph">Not supported: gradients of gradients.</param>
        /// <param name="inputs">Tensors to compute the gradients of, instead of all leaves; they may be results of operations.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            if (create_graph)
            {
                throw new NotSupportedException("backward: create_graph, gradients of gradients, is not supported by the exact engine.");
            }

            if (inputs?.FirstOrDefault(input => !input.requires_grad) is not null)
            {
                throw new ArgumentException("backward: one of the inputs does not require its gradient.", nameof(inputs));
            }

            if (!requires_grad)
            {
                throw new InvalidOperationException("backward: nothing behind this tensor requires a gradient.");
            }

            if (grad_tensors is null && NumberOfElements != 1)
            {
                throw new InvalidOperationException(
                    $"backward: the gradient of a tensor of shape {Layout.Text(Sizes)} must be given; only that of a single number is 1 "
                    + "by itself.");
            }

            if (grad_tensors is not null && (grad_tensors.Count != 1 || !grad_tensors[0].Sizes.SequenceEqual(Sizes)))
            {
                throw new ArgumentException($"backward: needs one gradient of shape {Layout.Text(Sizes)}.", nameof(grad_tensors));
            }

            using var scope = NewDisposeScope();
            Backward.Run(this, grad_tensors is null ? Filled.Ones(Sizes, dtype) : grad_tensors[0], retain_graph, inputs);
        }

        /// <summary>Sets <see cref="requires_grad"/> and returns the tensor.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Sets <see cref="requires_grad"/> and returns the tensor.</summary>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>
        /// Lets backward passes leave the gradient here, too, if the tensor is the result of an operation; leaves have it in any case.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor requires no gradient.</exception>
        public void retain_grad()
        {
            if (!requires_grad)
            {
                throw new InvalidOperationException("retain_grad: the tensor does not require its gradient.");
            }

            retains = true;
            Source?.Retain(this);
        }

        /// <summary>The same memory, outside the graph.</summary>
        public Tensor detach() => Alias();

        /// <summary>Takes the tensor itself out of the graph: it becomes a leaf that requires no gradient.</summary>
        public Tensor detach_()
        {
            Source = null;
            requiresGrad = false;
            return this;
        }

        partial void LeaveGraph()
        {
            Interlocked.Exchange(ref gradient, null)?.Dispose();
            Source = null;
        }

        internal Edge? ToEdge() => Source is not null ? new Edge(Source, null) : requiresGrad ? new Edge(null, this) : null;

        /// <summary>Counts a change in place that has no gradient.</summary>
        /// <exception cref="InvalidOperationException">Gradients flow through the tensor.</exception>
        internal void BeforeInPlace(string operation)
        {
            if (GradMode.Enabled && NeedsGradient)
            {
                throw new InvalidOperationException(
                    $"{operation} would change a tensor in place that gradients flow through. Change a clone(), or the tensor under "
                    + "no_grad().");
            }

            BeforeWrite(operation);
        }

        /// <summary>The same values with the strides of another tensor of the same shape.</summary>
        internal Tensor MatchLayout(Tensor other) =>
            Layout.Same(Sizes, strides, other.strides) || !Layout.IsDense(other.Sizes, other.strides) ? this : Copy.To(this, other.strides);
    }
}
