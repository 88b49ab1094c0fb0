using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Part of the tensor, by an index for each of its first axes: slices and single elements look at the same memory, tensors of
        /// positions copy.
        /// </summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => Indexing.Get(this, indices);
            set => Indexing.Set(this, indices, value);
        }

        /// <summary>The elements at positions (Int64) along the first axes, or where a mask (Bool) is true, as a copy.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => this[Array.ConvertAll(indices, TensorIndex.Tensor)];
            set => this[Array.ConvertAll(indices, TensorIndex.Tensor)] = value;
        }

        /// <summary>The part at a position along each of the first axes, on the same memory.</summary>
        public Tensor this[params long[] indices]
        {
            get => this[Array.ConvertAll(indices, index => TensorIndex.Single(index))];
            set => this[Array.ConvertAll(indices, index => TensorIndex.Single(index))] = value;
        }

        /// <summary>The part at a position along the first axis, on the same memory.</summary>
        public Tensor this[long i1]
        {
            get => this[(long[])[i1]];
            set => this[(long[])[i1]] = value;
        }

        /// <summary>The part at positions along the first two axes, on the same memory.</summary>
        public Tensor this[long i1, long i2]
        {
            get => this[(long[])[i1, i2]];
            set => this[(long[])[i1, i2]] = value;
        }

        /// <summary>The part at positions along the first three axes, on the same memory.</summary>
        public Tensor this[long i1, long i2, long i3]
        {
            get => this[(long[])[i1, i2, i3]];
            set => this[(long[])[i1, i2, i3]] = value;
        }

        /// <summary>The part at positions along the first four axes, on the same memory.</summary>
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => this[(long[])[i1, i2, i3, i4]];
            set => this[(long[])[i1, i2, i3, i4]] = value;
        }

        /// <summary>The part at positions along the first five axes, on the same memory.</summary>
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => this[(long[])[i1, i2, i3, i4, i5]];
            set => this[(long[])[i1, i2, i3, i4, i5]] = value;
        }

        /// <summary>The part at positions along the first six axes, on the same memory.</summary>
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => this[(long[])[i1, i2, i3, i4, i5, i6]];
            set => this[(long[])[i1, i2, i3, i4, i5, i6]] = value;
        }
    }
}
