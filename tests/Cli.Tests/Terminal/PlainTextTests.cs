using Repro.Cli.Terminal;
using Spectre.Console;

namespace Repro.Cli.Tests.Terminal;

public class PlainTextTests
{
    [Theory]
    [InlineData("plain ä – 漢 \t end", "plain ä – 漢 \t end")]
    [InlineData("\u001b[2Jhidden", "\uFFFD[2Jhidden")]
    [InlineData("a\u0007\u007f\u009bb", "a\uFFFD\uFFFD\uFFFDb")]
    [InlineData("user\u202Egnp.exe", "user\uFFFDgnp.exe")]
    [InlineData("two\nlines", "two\nlines")]
    public void WhatControlsATerminalIsReplaced(string text, string shown) => Assert.Equal(shown, PlainText.Of(text));

    [Fact]
    public void TheConsolesOwnSequencesStay()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Out = new AnsiConsoleOutput(writer),
        });
        PlainText.Require(console);
        console.WriteLine("a\u001b[31mb", new Style(Color.Red));
        console.Write(new Table().AddColumn("x").AddRow(new Text("c\u001bd")));
        Assert.Contains("\u001b[38;5;9ma\uFFFD[31mb\u001b[0m\n", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("c\uFFFDd", writer.ToString(), StringComparison.Ordinal);
    }
}
