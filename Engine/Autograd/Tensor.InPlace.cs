using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Memory;
using Repro.Engine.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Replaces the elements by what a function makes of them. Where gradients flow, the tensor becomes the function's result in the
        /// graph.
        /// </summary>
        /// <exception cref="InvalidOperationException">
        /// The graph could not see the change: the tensor is a leaf, or others share its memory.
        /// </exception>
        internal Tensor Change(string operation, Func<Tensor, Tensor> function, params ReadOnlySpan<Tensor> operands)
        {
            if (!IsRecordedWith(operands))
            {
                using var values = function(this);
                Overwrite(operation, values);
                return this;
            }

            RequireOwnHistory(operation);
            using var before = clone();
            using var result = function(before);
            Overwrite(operation, result);
            Source = result.Source;
            return this;
        }

        /// <summary>The same for binary operators. Where nothing is recorded, the result is written straight into the tensor.</summary>
        private Tensor Change<TOperator>(string operation, Tensor other, TOperator op, Func<Tensor, Tensor, Tensor> function)
            where TOperator : struct, IBinaryOperator
        {
            ArgumentNullException.ThrowIfNull(other);
            RequireBroadcast(operation, other);
            if (dtype != ScalarType.Float32 || other.dtype != ScalarType.Float32 || Overlap.Mixes(other, this) || IsRecordedWith(other))
            {
                return Change(operation, x => function(x, ReferenceEquals(other, this) ? x : other), other);
            }

            BeforeWrite(operation);
            Map.BinaryInto(operation, this, other, this, op);
            return this;
        }

        private Tensor Change<TOperator>(string operation, TOperator op, Func<Tensor, Tensor> function)
            where TOperator : struct, IUnaryOperator
        {
            if (dtype != ScalarType.Float32 || IsRecordedWith())
            {
                return Change(operation, function);
            }

            BeforeWrite(operation);
            Map.UnaryInto(operation, this, this, op);
            return this;
        }

        /// <summary>Gives the tensor the shape of a view of it.</summary>
        private Tensor Become(string operation, Func<Tensor, Tensor> view)
        {
            if (GradMode.Enabled && NeedsGradient && is_leaf)
            {
                throw new InvalidOperationException(LeafMessage(operation));
            }

            using var changed = view(this);
            (sizes, strides, offset, Source) = (changed.sizes, changed.strides, changed.offset, changed.Source);
            return this;
        }

        /// <summary>Whether an operation on this tensor and others is recorded.</summary>
        internal bool IsRecordedWith(params ReadOnlySpan<Tensor> operands)
        {
            var needs = NeedsGradient;
            foreach (var operand in operands)
            {
                needs |= operand.NeedsGradient;
            }

            return needs && GradMode.Enabled;
        }

        private void RequireOwnHistory(string operation)
        {
            if (NeedsGradient && is_leaf)
            {
                throw new InvalidOperationException(LeafMessage(operation));
            }

            if (!Storage.IsUnshared)
            {
                throw new InvalidOperationException(
                    $"{operation}: other tensors share the memory of this one, or a gradient needs its values, and the graph would not "
                    + "see the change there. Do it not in place, or to a clone().");
            }
        }

        private static string LeafMessage(string operation) =>
            $"{operation} would change a leaf in place that requires its gradient. Do it not in place, or under no_grad().";

        private void RequireBroadcast(string operation, Tensor other)
        {
            if (!Layout.Broadcast(operation, Sizes, other.Sizes).AsSpan().SequenceEqual(Sizes))
            {
                throw new ArgumentException(
                    $"{operation}: shape {Layout.Text(other.Sizes)} does not broadcast to {Layout.Text(Sizes)}, which cannot grow in "
                    + "place.");
            }
        }

        private void Overwrite(string operation, Tensor values)
        {
            RequireBroadcast(operation, values);
            if (ElementType.Category(values.dtype) > ElementType.Category(dtype))
            {
                throw new InvalidOperationException($"{operation}: the result is {values.dtype} and does not fit into {dtype}.");
            }

            Write(operation, values);
        }

        /// <summary>Copies elements into the tensor, converted and broadcast, through a copy of them where they share its memory.</summary>
        private void Write(string operation, Tensor source)
        {
            BeforeWrite(operation);
            using var apart = Overlap.CopyIfMixed(source, this);
            ConvertedCopy.Into(operation, apart ?? source, this);
        }

        /// <summary>Has to be called before the elements change: computes what still needs the old ones, and counts the change.</summary>
        /// <exception cref="InvalidOperationException">Several elements are the same place in memory.</exception>
        internal void BeforeWrite(string operation)
        {
            if (Overlap.IsWithin(Sizes, strides))
            {
                throw new InvalidOperationException(
                    $"{operation}: more than one element of this tensor of shape {Layout.Text(Sizes)} refers to a single memory "
                    + "location, as "
                    + "after expand. Change a clone() instead.");
            }

            Storage.BeforeChange();
        }
    }
}
