using Repro.Runtime.Captures;

namespace Repro.Runtime.Tests.Captures;

public class CaptureTests
{
    [Theory]
    [InlineData("epoch-010-samples", 10, "samples")]
    [InlineData("epoch-12345-two-words", 12345, "two-words")]
    public void ANameSaysEpochAndKind(string name, int epoch, string kind)
    {
        Assert.Equal((epoch, kind), Capture.ParseName(name));
        Assert.Equal(name, Capture.NameOf(epoch, kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("epoch-010")]
    [InlineData("epoch--1-samples")]
    [InlineData("losses-010-samples")]
    public void OtherNamesSayNothing(string name) => Assert.Null(Capture.ParseName(name));
}
