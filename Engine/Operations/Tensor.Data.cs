using Repro.Engine.Operations;
using Repro.Engine.Tensors;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements' memory, in row-major order.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                using var pin = Pin();
                return is_contiguous()
                    ? new Span<byte>(pin.Bytes, checked((int)(NumberOfElements * ElementSize)))
                    : throw new InvalidOperationException("bytes: the tensor is not contiguous.");
            }

            set
            {
                BeforeInPlace(nameof(bytes));
                value.CopyTo(bytes);
            }
        }

        /// <summary>The only element.</summary>
        /// <exception cref="ArgumentException">The tensor has not exactly one element, or has another type.</exception>
        public T item<T>()
            where T : unmanaged
        {
            RequireType<T>(nameof(item));
            using var all = data<T>();
            return NumberOfElements == 1
                ? all.ToArray()[0]
                : throw new ArgumentException($"item: a tensor of shape {Layout.Text(Sizes)} has not one element.");
        }

        /// <summary>The elements, read and written in row-major order.</summary>
        /// <exception cref="ArgumentException">The elements have another type.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            RequireType<T>(nameof(data));
            return new TensorAccessor<T>(this);
        }

        /// <summary>The only element as a scalar.</summary>
        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Int16 => item<short>(),
            ScalarType.Int8 => item<sbyte>(),
            ScalarType.Byte => item<byte>(),
            ScalarType.Bool => item<bool>(),
            _ => throw new NotSupportedException($"Scalars of type {dtype} are not supported."),
        };

        /// <summary>Copies the elements of another tensor into this one, converted to its type; the other is broadcast.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            ArgumentNullException.ThrowIfNull(source);
            RequireBroadcast(nameof(copy_), source);
            if (IsRecordedWith(source))
            {
                return Change(nameof(copy_), x => Conversion.To(source.expand(x.Sizes.ToArray()), x.dtype), source);
            }

            Write(nameof(copy_), source);
            return this;
        }

        /// <summary>Sets every element to a value.</summary>
        public Tensor fill_(Scalar value)
        {
            ArgumentNullException.ThrowIfNull(value);
            using var one = Filled.Number(value, dtype);
            return copy_(one);
        }

        /// <summary>Sets every element to 0.</summary>
        public Tensor zero_() => fill_(0);

        private void RequireType<T>(string operation)
        {
            if (TypeOf(typeof(T)) != dtype)
            {
                throw new ArgumentException($"{operation}: the elements are {dtype}, not {typeof(T).Name}.");
            }
        }
    }
}
