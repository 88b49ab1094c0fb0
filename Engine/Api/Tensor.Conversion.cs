using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The only element, converted.</summary>
        public static explicit operator float(Tensor value) => value.ToScalar().Single;

        /// <summary>The only element, converted.</summary>
        public static explicit operator double(Tensor value) => value.ToScalar().Double;

        /// <summary>The only element, converted.</summary>
        public static explicit operator int(Tensor value) => unchecked((int)value.ToScalar().Int64);

        /// <summary>The only element, converted.</summary>
        public static explicit operator long(Tensor value) => value.ToScalar().Int64;

        /// <summary>The only element, converted.</summary>
        public static explicit operator bool(Tensor value) => value.ToScalar().Double != 0;

        /// <summary>The only element, converted.</summary>
        public static explicit operator byte(Tensor value) => unchecked((byte)value.ToScalar().Int64);

        /// <summary>The only element, converted.</summary>
        public static explicit operator sbyte(Tensor value) => unchecked((sbyte)value.ToScalar().Int64);

        /// <summary>The only element, converted.</summary>
        public static explicit operator short(Tensor value) => unchecked((short)value.ToScalar().Int64);

        /// <summary>A tensor without axes.</summary>
        public static implicit operator Tensor(byte value) => tensor(value);

        /// <summary>A tensor without axes.</summary>
        public static implicit operator Tensor(sbyte value) => tensor(value);

        /// <summary>A tensor without axes.</summary>
        public static implicit operator Tensor(short value) => tensor(value);

        /// <summary>A tensor without axes.</summary>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>A tensor without axes.</summary>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>A tensor without axes.</summary>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>A tensor without axes.</summary>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>A tensor without axes.</summary>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>A tensor of one axis.</summary>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>A tensor of one axis.</summary>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>A tensor of one axis.</summary>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>A tensor of one axis.</summary>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>A tensor of one axis.</summary>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>A tensor of one axis.</summary>
        public static implicit operator Tensor(byte[] value) => tensor(value);

        /// <summary>A tensor of one axis.</summary>
        public static implicit operator Tensor(sbyte[] value) => tensor(value);

        /// <summary>A tensor of one axis.</summary>
        public static implicit operator Tensor(short[] value) => tensor(value);

        /// <summary>A tensor without axes, of the number's type.</summary>
        public static implicit operator Tensor(Scalar scalar) => Conversion.Number(scalar, scalar.Type);

        /// <summary>The elements in another type. On the same memory if they have it, unless <paramref name="copy"/> is set.</summary>
        /// <param name="type">The type.</param>
        /// <param name="copy">Whether to take new memory in any case.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor.</param>
        /// <param name="non_blocking">Without effect on the CPU.</param>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            var result = Conversion.To(this, type, copy);
            if (disposeAfter)
            {
                Dispose();
            }

            return result;
        }

        /// <summary>The tensor on a device, which is the CPU.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Device.RequireCpu(device);
            return to(dtype, copy, disposeAfter, non_blocking);
        }

        /// <summary>The tensor on a device, which is the CPU.</summary>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>The elements in another type on a device, which is the CPU.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Device.RequireCpu(device);
            return to(type, copy, disposeAfter, non_blocking);
        }

        /// <summary>The tensor on a device, which is the CPU.</summary>
        public Tensor to(
            DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The elements in the type of another tensor, on its device, which is the CPU.</summary>
        public Tensor to(Tensor other, bool non_blocking = false)
        {
            ArgumentNullException.ThrowIfNull(other);
            return to(other.dtype, non_blocking: non_blocking);
        }

        /// <summary>Refused: this engine computes on the CPU.</summary>
        /// <exception cref="NotSupportedException">Always.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false) =>
            to(device ?? new Device(DeviceType.CUDA), non_blocking: non_blocking);
    }
}
