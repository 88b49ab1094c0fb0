using System.Collections.Immutable;
using Repro.Generators.Language;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>What convolutions and transposed convolutions have in common. Kernel, stride and padding are the same in both directions.</summary>
internal sealed record ConvArguments(long Channels, long Kernel, long Stride, long Padding)
{
    private static readonly Key<long> ChannelsKey = Key.Required("channels", Ranges.Size, "Channels of the output.", "64");

    private static readonly Key<long> KernelKey = Key.Required("kernel", Ranges.Step, "Height and width of the kernel.", "4");

    private static readonly Key<long> StrideKey = Key.Optional("stride", Ranges.Step, "1", "How far the kernel moves.", "2");

    private static readonly Key<long> PaddingKey = Key.Optional("padding", Ranges.Padding, "0", "Zeros on each side of the feature map.", "1");

    public static readonly ImmutableArray<Key> Keys = [ChannelsKey, KernelKey, StrideKey, PaddingKey];

    public static ConvArguments Of(Settings settings) =>
        new(settings.Get(ChannelsKey), settings.Get(KernelKey), settings.Get(StrideKey), settings.Get(PaddingKey));

    public string Details => Invariant($"kernel {Kernel}, stride {Stride}, padding {Padding}");

    public string Spec => Invariant($"channels={Channels} kernel={Kernel} stride={Stride} padding={Padding}");

    public long Weights(Shape input) => input.Channels * Channels * Kernel * Kernel;

    /// <summary>The arguments of the factory. A padding of 0 is left out: as a literal it could also mean an enum.</summary>
    public string Create(Shape input) =>
        Invariant($"{input.Channels}, {Channels}, kernel_size: {Kernel}")
        + (Stride == 1 ? "" : Invariant($", stride: {Stride}"))
        + (Padding == 0 ? "" : Invariant($", padding: {Padding}"));
}
