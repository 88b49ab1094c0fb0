namespace Repro.Compat.Tests.Contracts;

public sealed class ContractTests
{
    private static readonly Contract ImageSharp = ContractFile.Read("ImageSharp");
    private static readonly Contract Verify = ContractFile.Read("Verify.Xunit");

    [Theory]
    [InlineData("Image", "static Image<!!0> Load``1(DecoderOptions options, ReadOnlySpan<byte> data)")]
    [InlineData("Image", "static Image<!!0> LoadPixelData``1(ReadOnlySpan<!!0> data, int width, int height)")]
    [InlineData("Image", "static Task<Image> LoadAsync(string path, CancellationToken cancellationToken = default)")]
    [InlineData("Image", "get int Height")]
    [InlineData("Image", "void Save(Stream stream, IImageEncoder encoder)")]
    [InlineData("Image`1", "new(int width, int height, !0 backgroundColor)")]
    [InlineData("Image`1", "get !0 this[int x, int y]")]
    [InlineData("Image`1", "bool DangerousTryGetSinglePixelMemory(out Memory<!0> memory)")]
    [InlineData("PixelAccessorAction`1", "void Invoke(PixelAccessor<!0> pixelAccessor)")]
    [InlineData("InvalidImageContentException", "new(string errorMessage)")]
    [InlineData("Memory.InvalidMemoryOperationException", "new(string message)")]
    [InlineData("MetadataExtensions", "static PngMetadata GetPngMetadata(this ImageMetadata source)")]
    [InlineData("Formats.DecoderOptions", "init Size? TargetSize")]
    [InlineData("Formats.Png.PngChunkFilter", "ExcludeAll=-1")]
    [InlineData("PixelFormats.Rgb24", "field byte G")]
    [InlineData("PixelFormats.Rgba32", "new(float r, float g, float b, float a = 1)")]
    [InlineData("PixelFormats.Rgb24", "static bool operator !=(Rgb24 left, Rgb24 right)")]
    [InlineData("PixelFormats.IPixel", "void ToRgba32(ref Rgba32 dest)")]
    [InlineData(
        "Processing.ResizeExtensions", "static IImageProcessingContext Resize(this IImageProcessingContext source, int width, int height)")]
    [InlineData("Processing.KnownResamplers", "static get IResampler Bicubic")]
    public void ImageSharpLists(string type, string member) =>
        Assert.Contains(member, ImageSharp.Types[$"SixLabors.ImageSharp.{type}"].Members);

    [Theory]
    [InlineData("VerifyXunit.Verifier", "static SettingsTask Verify(byte[] target, string extension, VerifySettings settings = null, "
        + "object info = null, string sourceFile = \"\")")]
    [InlineData(
        "VerifyXunit.Verifier",
        "static SettingsTask Verify``1(Func<Task<!!0>> target, VerifySettings settings = null, string sourceFile = \"\")")]
    [InlineData("VerifyXunit.DerivePathInfo", "PathInfo Invoke(string sourceFile, string projectDirectory, Type type, MethodInfo method)")]
    [InlineData("VerifyTests.SettingsTask", "SettingsTask UseParameters``1(!!0[] parameters)")]
    [InlineData(
        "VerifyTests.SettingsTask", "SettingsTask UseStreamComparer(StreamCompare compare, params ReadOnlySpan<string> extensions)")]
    [InlineData("VerifyTests.SettingsTask", "static implicit operator Task<VerifyResult>(SettingsTask settingsTask)")]
    [InlineData("VerifyTests.VerifySettings", "void AddScrubber(Action<StringBuilder> scrubber, ScrubberLocation location = First)")]
    [InlineData("VerifyTests.VerifySettings", "get string Directory")]
    [InlineData("VerifyTests.CompareResult", "static CompareResult NotEqual(in string message = null)")]
    [InlineData("VerifyTests.CompareResult", "static field CompareResult Equal")]
    [InlineData("VerifyTests.ScrubberLocation", "Last=1")]
    public void VerifyLists(string type, string member) => Assert.Contains(member, Verify.Types[type].Members);

    [Fact]
    public void EveryMacroIsExpanded()
    {
        string[] macros = ["CT", "SRC", "VS", "SF", "INFO", "LOC"];
        IEnumerable<Contract> contracts = [ImageSharp, Verify];

        var words = contracts.SelectMany(contract => contract.Types.Values).SelectMany(type => type.Members)
            .SelectMany(member => member.Split(' ', '(', ')', ',', '<', '>', '[', ']', '?', '='))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(words.Intersect(macros));
    }
}
