namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>A device by its description, such as <c>cpu</c>.</summary>
    public static Device device(string description) => new(description);

    /// <summary>Where a tensor lives. This engine computes on the CPU alone.</summary>
    public sealed class Device
    {
        /// <summary>A device by its description: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, <c>mps</c> or <c>meta</c>.</summary>
        /// <exception cref="ArgumentException">The description is not one of these.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var colon = description.IndexOf(':', StringComparison.Ordinal);
            type = (colon < 0 ? description : description[..colon]) switch
            {
                "cpu" => DeviceType.CPU,
                "cuda" => DeviceType.CUDA,
                "mps" => DeviceType.MPS,
                "meta" => DeviceType.META,
                _ => throw new ArgumentException($"'{description}' is not a device; cpu, cuda, mps and meta are.", nameof(description)),
            };
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
                throw new NotSupportedException(
                    $"The exact engine computes on the CPU, not on {device}. Build with -p:ReproEngine=libtorch-cuda for a GPU.");
            }
        }
    }
}
