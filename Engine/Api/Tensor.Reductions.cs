using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements.</summary>
        public Tensor sum(ScalarType? type = null) => Typed(Reduction.Sum(this, [], keepdim: false), type);

        /// <summary>Sums over axes.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Typed(Reduction.Sum(this, dim, keepdim), type);

        /// <summary>Sums over axes.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Typed(Reduction.Sum(this, dim, keepdim), type);

        /// <summary>Sums over an axis.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Typed(Reduction.Sum(this, [dim], keepdim), type);

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Reduction.Mean(this, [], keepdim: false);

        /// <summary>Means over axes.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Typed(Reduction.Mean(this, dimensions, keepdim), type);

        /// <summary>The product of two matrices.</summary>
        public Tensor mm(Tensor target) => Linear.Product(nameof(mm), this, target);

        /// <summary>The product of two matrices.</summary>
        public Tensor matmul(Tensor target) => Linear.Product(nameof(matmul), this, target);

        private static Tensor Typed(Tensor result, ScalarType? type) => type is null || type == result.dtype
            ? result
            : throw new NotSupportedException($"A result of type {type} from tensors of type {result.dtype} is not supported by the exact engine.");
    }
}
