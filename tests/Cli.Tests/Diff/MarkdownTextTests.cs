using Repro.Cli.Diff;

namespace Repro.Cli.Tests.Diff;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("vae-70: 3 of 4", "vae-70: 3 of 4")]
    [InlineData("a_b *c* `d` ~e~ $f$ \\", "a\\_b \\*c\\* \\`d\\` \\~e\\~ \\$f\\$ \\\\")]
    [InlineData("[text](javascript:x)", "\\[text\\](javascript:x)")]
    [InlineData("![x](y)", "\\!\\[x\\](y)")]
    [InlineData("@everyone", "@&#8203;everyone")]
    [InlineData("fixes #1", "fixes #&#8203;1")]
    [InlineData("https://evil.example", "https:&#8203;//evil.example")]
    [InlineData("www.evil.example", "www&#8203;.evil.example")]
    [InlineData("<img src=x> & \"y\"", "&lt;img src=x&gt; &amp; &quot;y&quot;")]
    [InlineData("a|b\nc\u001b", "a\\|b c\uFFFD")]
    public void TextIsTextAndNothingElse(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Of(text));

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`a``", "``` `a`` ```")]
    [InlineData("a\nb", "`a b`")]
    public void CodeCannotEndItsOwnFence(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Code(text));

    [Fact]
    public void ABlockOfCodeCannotEndItsOwnFence() => Assert.Equal("````diff\n+ ```\n````\n", MarkdownText.CodeBlock("diff", "+ ```"));

    [Fact]
    public void InHtmlNothingIsLinkedEither() => Assert.Equal("&lt;b&gt; @&#8203;x *", MarkdownText.InHtml("<b> @x *"));

    [Fact]
    public void EachNameOfAPathIsEncoded() => Assert.Equal("../a%20b/%28c%29.png", MarkdownText.Address("../a b/(c).png"));
}
