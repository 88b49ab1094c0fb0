using Repro.Cli.Tracing;

namespace Repro.Cli.Tests.Tracing;

public class StepNumbersTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("1,2,10-12", "1-2,10-12")]
    [InlineData("12-12,3,1,2", "1-3,12")]
    [InlineData("5,5,5", "5")]
    [InlineData("1-1000", "1-1000")]
    public void ListsAndRangesAreRead(string text, string written) => Assert.Equal(written, StepNumbers.Text(StepNumbers.Parse(text)!));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1,")]
    [InlineData("3-1")]
    [InlineData("1-2-3")]
    [InlineData("1.5")]
    [InlineData("all")]
    [InlineData("1-1001")]
    [InlineData("1-600,1000-1600")]
    [InlineData("99999999999")]
    public void OtherTextsAreNot(string text) => Assert.Null(StepNumbers.Parse(text));
}
