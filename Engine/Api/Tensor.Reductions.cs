using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements; of integers and truth values as Int64.</summary>
        /// <param name="type">The type to convert the elements to first, and of the sum.</param>
        public Tensor sum(ScalarType? type = null) => Sum([], false, type);

        /// <summary>Sums over axes; of integers and truth values as Int64.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Sum(dim, keepdim, type);

        /// <summary>Sums over axes; of integers and truth values as Int64.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Sum(dim, keepdim, type);

        /// <summary>Sums over an axis; of integers and truth values as Int64.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Sum([dim], keepdim, type);

        /// <summary>Sums over two axes; of integers and truth values as Int64.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);

        /// <summary>Sums over three axes; of integers and truth values as Int64.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1, dim2], keepdim, type);

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Reduction.Mean(this, [], keepdim: false);

        /// <summary>Means over axes.</summary>
        /// <param name="dimensions">The axes.</param>
        /// <param name="keepdim">Whether they stay, with length one.</param>
        /// <param name="type">The type to convert the elements to first.</param>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Reduction.Mean(As(type), dimensions, keepdim);

        /// <summary>
        /// The variance of all elements: their squared distances from the mean, summed and divided by their number, less one if unbiased.
        /// </summary>
        public Tensor var(bool unbiased = true) => Statistics.Variance(this, [], unbiased, keepdim: false);

        /// <summary>Variances over axes.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Statistics.Variance(As(type), dimensions, unbiased, keepdim);

        /// <summary>Variances over axes.</summary>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Statistics.Variance(As(type), dimensions, unbiased, keepdim);

        /// <summary>Variances over an axis.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Statistics.Variance(As(type), [dim], unbiased, keepdim);

        /// <summary>Variances over two axes.</summary>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>Variances over three axes.</summary>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The standard deviation of all elements: the root of <see cref="var(bool)"/>.</summary>
        public Tensor std(bool unbiased = true) => Statistics.Deviation(this, [], unbiased, keepdim: false);

        /// <summary>Standard deviations over axes.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Statistics.Deviation(As(type), dimensions, unbiased, keepdim);

        /// <summary>Standard deviations over axes.</summary>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Statistics.Deviation(As(type), dimensions, unbiased, keepdim);

        /// <summary>Standard deviations over an axis.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Statistics.Deviation(As(type), [dim], unbiased, keepdim);

        /// <summary>Standard deviations over two axes.</summary>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>Standard deviations over three axes.</summary>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2) => Statistics.Norm(this, [], p, keepdim: false);

        /// <summary>The p-norms along an axis.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Statistics.Norm(this, [dim], p, keepdim);

        /// <summary><see cref="maximum(Tensor)"/>.</summary>
        public Tensor max(Tensor other) => maximum(other);

        /// <summary><see cref="minimum(Tensor)"/>.</summary>
        public Tensor min(Tensor other) => minimum(other);

        /// <summary>The largest element; not-a-number if there is one. Equals share its gradient.</summary>
        public Tensor max() => Extremes.All<Above>(nameof(max), this);

        /// <summary>The largest elements along an axis and their positions, of equals the first.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Extremes.Along<Above>(nameof(max), this, dim, keepdim);

        /// <summary>The smallest element; not-a-number if there is one. Equals share its gradient.</summary>
        public Tensor min() => Extremes.All<Below>(nameof(min), this);

        /// <summary>The smallest elements along an axis and their positions, of equals the first.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Extremes.Along<Below>(nameof(min), this, dim, keepdim);

        /// <summary>The position of the largest element in row-major order, of equals the first, as Int64.</summary>
        public Tensor argmax() => Extremes.Position<Above>(nameof(argmax), this);

        /// <summary>The positions of the largest elements along an axis, of equals the first, as Int64.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => PositionsOf(Extremes.Along<Above>(nameof(argmax), detach(), dim, keepdim));

        /// <summary>The position of the smallest element in row-major order, of equals the first, as Int64.</summary>
        public Tensor argmin() => Extremes.Position<Below>(nameof(argmin), this);

        /// <summary>The positions of the smallest elements along an axis, of equals the first, as Int64.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => PositionsOf(Extremes.Along<Below>(nameof(argmin), detach(), dim, keepdim));

        private static Tensor PositionsOf((Tensor Values, Tensor Positions) found)
        {
            found.Values.Dispose();
            return found.Positions;
        }

        private Tensor Sum(ReadOnlySpan<long> axes, bool keepdim, ScalarType? type)
        {
            var sum = Reduction.Sum(As(type), axes, keepdim);
            return type is null || type == sum.dtype ? sum : sum.to(type.Value);
        }

        private Tensor As(ScalarType? type) => type is null || type == dtype ? this : to(type.Value);
    }
}
