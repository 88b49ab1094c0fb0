using System.Text;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Tracing;

namespace Repro.Runtime.Tests.Tracing;

public class TraceFormatTests
{
    private static readonly byte[] Bytes = Traced.Bytes(Traced.Run(values: new TracedValues(All: true), steps: [1, 3]));

    [Fact]
    public void WhatIsReadIsWhatWasWritten()
    {
        var trace = TraceReader.Parse(Bytes, "x");
        Assert.Equal(Bytes, Traced.Bytes(trace));
        Assert.Equal([1, 3], trace.Header.Steps);
        Assert.Equal([1, 3], trace.Steps.Select(step => step.Step));
        Assert.Equal([1, 2], trace.Steps.Select(step => step.Epoch));
        Assert.True(trace.Header.Values.All);
    }

    [Fact]
    public void TheSameRunHasTheSameBytes() =>
        Assert.Equal(Bytes, Traced.Bytes(Traced.Run(values: new TracedValues(All: true), steps: [1, 3])));

    [Fact]
    public void AnyChangedByteIsRefused()
    {
        using var random = TorchSharp.torch.rand(300, generator: new TorchSharp.torch.Generator(7));
        foreach (var draw in random.data<float>().ToArray())
        {
            var damaged = Bytes.ToArray();
            damaged[(int)(draw * damaged.Length)] ^= (byte)(1 << (int)(draw * 8000) % 8);
            Assert.Contains("'x' is ", Refusal(damaged), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AFileThatIsCutOffIsRefusedWhereverItEnds()
    {
        for (var length = 0; length < Bytes.Length - 1; length += 1 + (length / 50))
        {
            Assert.Contains("'x' is ", Refusal(Bytes[..length]), StringComparison.Ordinal);
        }

        Assert.StartsWith("'x' is cut off", Refusal(Bytes[..^200]), StringComparison.Ordinal);
    }

    [Fact]
    public void LinesThatAreMissingOrDoubledAreRefused()
    {
        var lines = Encoding.UTF8.GetString(Bytes).Split('\n');
        Assert.StartsWith("'x' is damaged", Refusal(Joined([.. lines[..5], .. lines[6..]])), StringComparison.Ordinal);
        Assert.StartsWith("'x' is damaged", Refusal(Joined([.. lines[..5], .. lines[4..]])), StringComparison.Ordinal);
        Assert.StartsWith("'x' is ", Refusal(Encoding.UTF8.GetBytes(string.Join("\r\n", lines))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a text\n")]
    [InlineData("{}\n")]
    [InlineData("null\n")]
    [InlineData("[1]\n{}\n")]
    [InlineData("{\"format\":\"repro trace\",\"version\":2,\"trace\":null}\n")]
    public void AnotherFileIsNoTrace(string text) =>
        Assert.StartsWith("'x' is not a trace: ", Refusal(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Fact]
    public void AnotherVersionIsNamed()
    {
        var other = Encoding.UTF8.GetString(Bytes).Replace("\"version\":2", "\"version\":3", StringComparison.Ordinal);
        Assert.Equal(
            "'x' is a 'repro trace' of version 3, and this program reads 'repro trace' of version 2. Use the same version of Repro on "
            + "both sides.",
            Refusal(Encoding.UTF8.GetBytes(other)));
    }

    /// <summary>A file with a right hash and wrong content can only be made on purpose. It is refused all the same.</summary>
    [Theory]
    [InlineData("\"shape\":[4,4]", "\"shape\":[4,5]")]
    [InlineData("\"shape\":[4,4]", "\"shape\":[4,-4]")]
    [InlineData("\"shape\":[4,4]", "\"shape\":[9223372036854775807,9223372036854775807]")]
    [InlineData("\"type\":\"float32\"", "\"type\":\"text\"")]
    [InlineData("\"phase\":\"batch\"", "\"phase\":\"lunch\"")]
    [InlineData("\"phase\":\"batch\"", "\"phase\":3")]
    [InlineData("\"first\":0", "\"first\":9")]
    [InlineData("{\"step\":1,\"epoch\":1}\n", "")]
    public void ContentThatDoesNotFitIsRefused(string from, string to)
    {
        var text = Encoding.UTF8.GetString(Bytes);
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.StartsWith(
            "'x' is damaged in line ", Refusal(Closed(text.Replace(from, to, StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotThereIsNamed()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(
            "none.trace' cannot be read: ", Assert.Throws<ReproException>(() => TraceReader.Read(folder.Join("none.trace"))).Message,
            StringComparison.Ordinal);
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<ReproException>(() => TraceReader.Parse(bytes, "x")).Message;

    private static byte[] Joined(string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    /// <summary>The text with a last line that has the right count and hash.</summary>
    private static byte[] Closed(string text)
    {
        var before = text[..(text.LastIndexOf("{\"lines\"", StringComparison.Ordinal))];
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(before)));
        return Encoding.UTF8.GetBytes($"{before}{{\"lines\":{before.Count(c => c == '\n')},\"sha256\":\"{hash}\"}}\n");
    }
}
