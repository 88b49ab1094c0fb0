using Repro.Generators.Model;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>What convolutions and transposed convolutions have in common. Kernel, stride and padding are the same in both directions.</summary>
internal sealed record ConvArguments(long Channels, long Kernel, long Stride, long Padding)
{
    public static ConvArguments? Read(MappingReader reader)
    {
        var channels = reader.Required("channels", Ranges.Size);
        var kernel = reader.Required("kernel", Ranges.Step);
        var stride = reader.Optional("stride", Ranges.Step, 1);
        var padding = reader.Optional("padding", Ranges.Padding, 0);
        return channels is null || kernel is null || stride is null || padding is null
            ? null
            : new(channels.Value, kernel.Value, stride.Value, padding.Value);
    }

    public string Details => Invariant($"kernel {Kernel}, stride {Stride}, padding {Padding}");

    public string Spec => Invariant($"channels={Channels} kernel={Kernel} stride={Stride} padding={Padding}");

    public long Weights(Shape input) => input.Channels * Channels * Kernel * Kernel;

    /// <summary>The arguments of the factory. A padding of 0 is left out: as a literal it could also mean an enum.</summary>
    public string Create(Shape input) =>
        Invariant($"{input.Channels}, {Channels}, kernel_size: {Kernel}")
        + (Stride == 1 ? "" : Invariant($", stride: {Stride}"))
        + (Padding == 0 ? "" : Invariant($", padding: {Padding}"));
}
