namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>A graphics processor, which the exact engine does not have.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static Device CUDA => throw Device.NoneOf("cuda");

    /// <summary>A device by its description, such as <c>cpu</c>.</summary>
    public static Device device(string description) => new(description);

    /// <summary>A device by its type, such as <c>cpu</c>, and number.</summary>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A device by its type and number.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A CUDA device by its number.</summary>
    public static Device device(int index) => new(index);

    /// <summary>Where a tensor lives. This engine computes on the CPU alone.</summary>
    public sealed class Device
    {
        /// <summary>A device by its description: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, <c>mps</c> or <c>meta</c>.</summary>
        /// <exception cref="ArgumentException">The description is not one of these.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var colon = description.IndexOf(':', StringComparison.Ordinal);
            type = TypeOf(colon < 0 ? description : description[..colon], description);
            index = colon < 0
                ? -1
                : int.TryParse(description.AsSpan(colon + 1), out var number)
                    ? number
                    : throw new ArgumentException($"'{description}' does not end in a device number.", nameof(description));
        }

        /// <summary>A device by its type and number.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>A device by its type (<c>cpu</c>, <c>cuda</c>, <c>mps</c> or <c>meta</c>) and number.</summary>
        /// <exception cref="ArgumentException">The type is not one of these.</exception>
        public Device(string deviceType, int index = -1)
        {
            ArgumentNullException.ThrowIfNull(deviceType);
            type = TypeOf(deviceType, deviceType);
            this.index = index;
        }

        /// <summary>A CUDA device by its number.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; private set; }

        /// <summary>Its number, or −1 when none was given.</summary>
        public int index { get; private set; }

        /// <summary>A device by its description.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <inheritdoc/>
        public override string ToString() => type.ToString().ToLowerInvariant() + (index < 0 ? "" : $":{index}");

        internal static void RequireCpu(Device? device)
        {
            if (device is { type: not DeviceType.CPU })
            {
                throw NoneOf(device.ToString());
            }
        }

        internal static NotSupportedException NoneOf(string device) =>
            new($"The exact engine computes on the CPU, not on {device}. Build with -p:ReproEngine=libtorch-cuda for a GPU.");

        private static DeviceType TypeOf(string name, string description) => name switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            "mps" => DeviceType.MPS,
            "meta" => DeviceType.META,
            _ => throw new ArgumentException($"'{description}' is not a device; cpu, cuda, mps and meta are.", nameof(description)),
        };
    }
}
