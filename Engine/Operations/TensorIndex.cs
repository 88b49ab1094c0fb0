namespace TorchSharp;

public static partial class torch
{
    /// <summary>What is taken along one axis of a tensor: a slice, a single element, or the elements at positions.</summary>
    public readonly struct TensorIndex
    {
        /// <summary>All axes that no other index takes.</summary>
        public static readonly TensorIndex Ellipsis = new(IndexKind.Ellipsis);

        /// <summary>A new axis of length one.</summary>
        public static readonly TensorIndex None = new(IndexKind.NewAxis);

        /// <summary>A new axis of length one.</summary>
        public static readonly TensorIndex Null = None;

        /// <summary>All elements along the axis.</summary>
        public static readonly TensorIndex Colon = Slice();

        private TensorIndex(IndexKind kind, long? start = null, long? stop = null, long? step = null, Tensor? positions = null) =>
            (Kind, Start, Stop, Step, Positions) = (kind, start, stop, step, positions);

        internal enum IndexKind
        {
            Slice,
            Single,
            Positions,
            Ellipsis,
            NewAxis,
        }

        internal IndexKind Kind { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Positions { get; }

        /// <summary>Elements start, start + step, … before stop; negative numbers count from the back.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(IndexKind.Slice, start, stop, step);

        /// <summary>The elements of a range.</summary>
        public static TensorIndex Slice(Range range) => Slice(FromStart(range.Start), range.End.Equals(^0) ? null : FromStart(range.End));

        /// <summary>Elements from a start to before an end, null for either end of the axis.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>One element; the axis disappears. Without a number, a new axis.</summary>
        public static TensorIndex Single(long? index) => index is null ? None : new(IndexKind.Single, index);

        /// <summary>The elements at the positions in a tensor of Int64, or where a tensor of Bool is true.</summary>
        public static TensorIndex Tensor(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return new(IndexKind.Positions, positions: tensor);
        }

        /// <summary>One element.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>A slice.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>A slice.</summary>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <summary>One element, counted from either end.</summary>
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        private static long FromStart(Index index) =>
            index.IsFromEnd && index.Value > 0 ? -index.Value : index.IsFromEnd ? long.MaxValue : index.Value;
    }
}
