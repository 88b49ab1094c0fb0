using Repro.Engine.Memory;
using Repro.Engine.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array of numbers: a view, by sizes and strides, of memory that other tensors may share. Tensors belong to
    /// the innermost <see cref="DisposeScope"/> of the thread that makes them.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private Storage? storage;
        private long[] sizes;
        private long[] strides;
        private long offset;

        internal Tensor(Storage storage, long[] sizes, long[] strides, long offset, ScalarType dtype)
        {
            this.storage = storage;
            this.sizes = sizes;
            this.strides = strides;
            this.offset = offset;
            this.dtype = dtype;
            DisposeScope.Current?.Attach(this);
        }

        /// <summary>A tensor that takes over the memory of another, which becomes invalid.</summary>
        private protected Tensor(Tensor source)
            : this(source.Storage, source.sizes, source.strides, source.offset, source.dtype)
        {
            source.storage = null;
            source.Scope?.Forget(source);
        }

        /// <summary>The size of each axis.</summary>
        public long[] shape => [.. Sizes];

        /// <summary>The number of axes.</summary>
        public long ndim => Sizes.Length;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Layout.Count(Sizes);

        /// <summary>Bytes of one element.</summary>
        public long ElementSize => SizeOf(dtype);

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype { get; }

        /// <summary>Where the tensor lives: the CPU.</summary>
        public Device device => CPU;

        /// <summary>The kind of device the tensor lives on: the CPU.</summary>
        public DeviceType device_type => DeviceType.CPU;

        /// <summary>Always false: this engine computes on the CPU.</summary>
        public bool is_cuda => false;

        /// <summary>Whether the tensor has been disposed, or its memory taken over by a parameter.</summary>
        public bool IsInvalid => storage is null;

        internal DisposeScope? Scope { get; set; }

        internal Storage Storage => storage ?? throw new InvalidOperationException("The tensor has been disposed.");

        internal ReadOnlySpan<long> Sizes => storage is null ? throw new InvalidOperationException("The tensor has been disposed.") : sizes;

        internal ReadOnlySpan<long> Strides => strides;

        internal long Offset => offset;

        /// <summary>The number of axes.</summary>
        public long dim() => ndim;

        /// <summary>The number of elements.</summary>
        public long numel() => NumberOfElements;

        /// <summary>The size of one axis; negative axes count from the back.</summary>
        public long size(int dim) => Sizes[Layout.Axis(nameof(size), dim, Sizes.Length)];

        /// <summary>The size of each axis.</summary>
        public long[] size() => shape;

        /// <summary>Steps between neighbours along each axis, in elements.</summary>
        public long[] stride() => [.. strides];

        /// <summary>Steps between neighbours along one axis, in elements.</summary>
        public long stride(int dim) => strides[Layout.Axis(nameof(stride), dim, Sizes.Length)];

        /// <summary>Whether the elements lie in row-major order without gaps.</summary>
        public bool is_contiguous() => Layout.Same(Sizes, strides, Layout.RowMajor(sizes));

        /// <summary>Lets go of the memory. Using the tensor afterwards throws <see cref="InvalidOperationException"/>.</summary>
        public void Dispose()
        {
            Scope?.Forget(this);
            Scope = null;
            Interlocked.Exchange(ref storage, null)?.Release();
            LeaveGraph();
            GC.SuppressFinalize(this);
        }

        /// <summary>Hands the tensor to the scope around its own.</summary>
        public Tensor MoveToOuterDisposeScope() => Scope is null ? this : Scope.MoveToOuter(this);

        /// <summary>Takes the tensor out of every scope.</summary>
        public Tensor DetachFromDisposeScope() => Scope is null ? this : Scope.Detach(this);

        /// <inheritdoc/>
        public override string ToString() =>
            IsInvalid ? "[disposed]" : $"[{string.Join("x", sizes)}], type = {dtype}, device = cpu";

        /// <summary>Drops the gradient and the history, which the automatic differentiation keeps.</summary>
        partial void LeaveGraph();

        internal static Tensor Allocate(ReadOnlySpan<long> sizes, ScalarType dtype = ScalarType.Float32) =>
            Allocate(sizes, Layout.RowMajor(sizes), dtype);

        /// <summary>A tensor with undefined content and the given dense strides.</summary>
        internal static Tensor Allocate(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, ScalarType dtype = ScalarType.Float32)
        {
            foreach (var size in sizes)
            {
                if (size < 0)
                {
                    throw new ArgumentException($"A tensor cannot have shape {Layout.Text(sizes)}: sizes are not negative.");
                }
            }

            return new Tensor(new Storage(BytesOf(sizes, dtype)), [.. sizes], [.. strides], 0, dtype);
        }

        private static long BytesOf(ReadOnlySpan<long> sizes, ScalarType dtype)
        {
            var bytes = (UInt128)SizeOf(dtype);
            foreach (var size in sizes)
            {
                bytes = UInt128.Min(bytes * (ulong)size, long.MaxValue);
            }

            return bytes <= 1L << 60
                ? (long)bytes
                : throw new ArgumentException($"A tensor of shape {Layout.Text(sizes)} does not fit into any memory.");
        }

        /// <summary>A tensor whose content is computed from the memory of <paramref name="source"/> when it is first read.</summary>
        internal static Tensor Defer(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, Deferred content, Storage source) => new(
            new Storage(
                Layout.Count(sizes) * SizeOf(ScalarType.Float32), content, source), [.. sizes], [.. strides], 0, ScalarType.Float32);

        /// <summary>Another tensor on the same memory, outside the graph.</summary>
        internal Tensor View(ReadOnlySpan<long> newSizes, ReadOnlySpan<long> newStrides, long newOffset) =>
            new(Storage.Hold(), [.. newSizes], [.. newStrides], newOffset, dtype);

        internal Tensor Alias() => View(Sizes, strides, offset);

        internal Pinned Pin() => new(Storage, offset * ElementSize);

        /// <summary>The tensor's memory, when its type is what a kernel computes with.</summary>
        /// <exception cref="NotSupportedException">The type is another one.</exception>
        internal Pinned Pin(string operation, ScalarType expected) => dtype == expected
            ? Pin()
            : throw new NotSupportedException($"{operation} works on {expected} here, not on {dtype}.");

        internal static int SizeOf(ScalarType type) => type switch
        {
            ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
            ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
            ScalarType.Int32 or ScalarType.Float32 => 4,
            ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
            _ => 16,
        };

        internal static ScalarType TypeOf(Type type) =>
            type == typeof(float) ? ScalarType.Float32
            : type == typeof(double) ? ScalarType.Float64
            : type == typeof(long) ? ScalarType.Int64
            : type == typeof(int) ? ScalarType.Int32
            : type == typeof(short) ? ScalarType.Int16
            : type == typeof(byte) ? ScalarType.Byte
            : type == typeof(sbyte) ? ScalarType.Int8
            : type == typeof(bool) ? ScalarType.Bool
            : throw new ArgumentException($"Tensors have no elements of type {type.Name}.");
    }
}
