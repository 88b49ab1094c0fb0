using Repro.Runtime.Files;

namespace Repro.Runtime.Tests.Files;

public class CsvTextTests
{
    [Theory]
    [InlineData("vae-70", "vae-70")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    public void ACellIsTextAndNoFormula(string text, string cell) => Assert.Equal(cell, CsvText.Cell(text));
}
