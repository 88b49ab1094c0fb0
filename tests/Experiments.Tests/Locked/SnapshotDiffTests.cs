namespace Repro.Experiments.Tests.Locked;

public class SnapshotDiffTests
{
    [Fact]
    public void ChangedLinesAreShownAlone() => Assert.Equal("- b\n+ x\n+ d", SnapshotDiff.Text("a\nb\nc", "a\nx\nc\nd"));

    [Fact]
    public void LongChangesAreCut()
    {
        var text = SnapshotDiff.Text("", string.Join('\n', Enumerable.Range(0, 40)));
        Assert.Equal(31, text.Split('\n').Length);
        Assert.EndsWith("more changed lines", text, StringComparison.Ordinal);
    }
}
