using Repro.Runtime.TensorBoard;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.TensorBoard;

/// <summary>
/// The expected bytes are those of <c>protoc --encode</c> for the same messages, with the field numbers of TensorFlow's event.proto and
/// summary.proto.
/// </summary>
public class EventMessageTests
{
    [Fact]
    public void AFileBeginsWithItsVersion() => Assert.Equal(
        "09000080dfe7f0d9411a0d627261696e2e4576656e743a32", Hex(EventMessage.Version(1740873598.0)));

    [Fact]
    public void ScalarsHaveATagAndAValue() => Assert.Equal(
        "09000090dfe7f0d94110ac022a230a0b0a046c6f7373150000c03f0a140a0d6b6c20646976657267656e6365156f1283ba",
        Hex(EventMessage.Scalars(1740873598.25, 300, [("loss", 1.5f), ("kl divergence", -0.001f)])));

    [Fact]
    public void APictureHasItsSizeAndItsFile()
    {
        var picture = Tiny.Image(1);
        var png = picture.ToPng();
        var hex = Hex(EventMessage.Picture(0, 10, "samples", picture));
        Assert.StartsWith("090000000000000000100a2a", hex, StringComparison.Ordinal);
        // tag; image: height, width, colorspace 3, and the bytes of the file.
        Assert.Contains("0a0773616d706c657322", hex, StringComparison.Ordinal);
        Assert.Contains("08081008180322", hex, StringComparison.Ordinal);
        Assert.EndsWith(Convert.ToHexStringLower(png), hex, StringComparison.Ordinal);
    }

    private static string Hex(ProtobufMessage message) => Convert.ToHexStringLower(message.Bytes);
}
