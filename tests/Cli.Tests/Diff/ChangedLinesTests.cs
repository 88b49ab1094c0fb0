using Repro.Cli.Diff;

namespace Repro.Cli.Tests.Diff;

public class ChangedLinesTests
{
    [Fact]
    public void ChangedLinesAreShownAlone() => Assert.Equal("- b\n+ x\n+ d", ChangedLines.Text("a\nb\nc", "a\nx\nc\nd"));

    [Fact]
    public void LongChangesAreCut()
    {
        var text = ChangedLines.Text("", string.Join('\n', Enumerable.Range(0, 40)));
        Assert.Equal(31, text.Split('\n').Length);
        Assert.EndsWith("more changed lines", text, StringComparison.Ordinal);
    }
}
