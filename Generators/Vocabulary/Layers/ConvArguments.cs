using System.Collections.Immutable;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>The arguments that convolutions and transposed convolutions share.</summary>
internal sealed record ConvArguments(long Channels, Extent Kernel, Extent Stride, Extent Padding, Extent Dilation, long Groups, bool Bias)
{
    private static readonly Extent One = Extent.Square(1);

    private static readonly Key<long> ChannelsKey = Key.Required("channels", Ranges.Size, "Channels of the output.", "64");

    private static readonly Key<Extent> KernelKey = Key.Required("kernel", Extents.Steps, "Height and width of the kernel.", "4");

    private static readonly Key<Extent> StrideKey = Key.Optional("stride", Extents.Steps, "1", "How far the kernel moves.", "2");

    private static readonly Key<Extent> PaddingKey = Key.Optional(
        "padding",
        Extents.Paddings,
        "0",
        "Rows and columns added on each side of the feature map; a transposed convolution removes them.",
        "1");

    private static readonly Key<Extent> DilationKey = Key.Optional(
        "dilation", Extents.Steps, "1", "The distance between rows or columns of the kernel.", "2");

    private static readonly Key<long> GroupsKey = Key.Optional(
        "groups",
        Ranges.Size,
        "1",
        "Groups of channels that are convolved separately. It divides the channels of input and output.",
        "4");

    private static readonly Key<bool> BiasKey = Key.Optional(
        "bias", new Truth(), "true", "Whether a learned number is added to each channel.", "false");

    public static readonly ImmutableArray<Key> Keys = [ChannelsKey, KernelKey, StrideKey, PaddingKey, DilationKey, GroupsKey, BiasKey];

    public static ConvArguments Of(Settings settings) => new(
        settings.Get(ChannelsKey),
        settings.Get(KernelKey),
        settings.Get(StrideKey),
        settings.Get(PaddingKey),
        settings.Get(DilationKey),
        settings.Get(GroupsKey),
        settings.Get(BiasKey));

    /// <summary>Whether every extent is a single number. It selects the overload of the factory.</summary>
    private bool IsSquare => Kernel.IsSquare && Stride.IsSquare && Padding.IsSquare && Dilation.IsSquare;

    public string Details =>
        $"kernel {Kernel}, stride {Stride}, padding {Padding}"
        + (Dilation == One ? "" : $", dilation {Dilation}")
        + (Groups == 1 ? "" : Invariant($", {Groups} groups"))
        + (Bias ? "" : ", no bias");

    public string Spec =>
        Invariant($"channels={Channels} kernel={Kernel} stride={Stride} padding={Padding}")
        + (Dilation == One ? "" : $" dilation={Dilation}")
        + (Groups == 1 ? "" : Invariant($" groups={Groups}"))
        + (Bias ? "" : " bias=false");

    /// <summary>The pixels that the kernel spans, dilation included.</summary>
    public Extent Span => new((Dilation.Height * (Kernel.Height - 1)) + 1, (Dilation.Width * (Kernel.Width - 1)) + 1);

    public long Weights(Shape input) => input.Channels / Groups * Channels * Kernel.Height * Kernel.Width;

    public long Parameters(Shape input) => Weights(input) + (Bias ? Channels : 0);

    /// <summary>Why the input cannot be convolved; <c>null</c> when it can.</summary>
    public string? Problem(Shape input) =>
        !input.IsMap ? Problems.NeedsMap(input)
        : input.Channels % Groups != 0 ? Invariant(
            $"its input {input} has {input.Channels} channels, which do not fall into {Groups} groups")
        : Channels % Groups != 0 ? Invariant($"its {Channels} channels do not fall into {Groups} groups")
        : null;

    /// <summary>The kernel in words.</summary>
    public string KernelInWords => $"kernel {Kernel}" + (Dilation == One ? "" : $" with dilation {Dilation}, which spans {Span},");

    /// <summary>The arguments of the factory. A padding of 0 is left out: as a literal it could also mean an enum.</summary>
    public string Create(Shape input, string between, string last) =>
        Invariant($"{input.Channels}, {Channels}, kernel_size: {Kernel.Code(IsSquare)}")
        + (Stride == One ? "" : $", stride: {Stride.Code(IsSquare)}")
        + (Padding == Extent.Square(0) ? "" : $", padding: {Padding.Code(IsSquare)}")
        + between
        + (Dilation == One ? "" : $", dilation: {Dilation.Code(IsSquare)}")
        + last
        + (Groups == 1 ? "" : Invariant($", groups: {Groups}"))
        + (Bias ? "" : ", bias: false");

    /// <summary>A number for both directions, in the same form as the extents.</summary>
    public string Code(long number) => Extent.Square(number).Code(IsSquare);
}
