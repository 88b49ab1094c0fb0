namespace Repro.Compat.Tests.Contracts;

public sealed class AlternativesTests
{
    [Theory]
    [InlineData("f(int a)", "f(int a)")]
    [InlineData("{f,g}(int a)", "f(int a)|g(int a)")]
    [InlineData("f({int a|int a, int b})", "f(int a)~f(int a, int b)")]
    [InlineData("f({|int a, }int b)", "f(int b)~f(int a, int b)")]
    [InlineData("{f,g}{,_}()", "f()|f_()|g()|g_()")]
    [InlineData("f({long[],(long, long)} size)", "f(long[] size)|f((long, long) size)")]
    [InlineData("f({A<int, int>,B} x)", "f(A<int, int> x)|f(B x)")]
    [InlineData("f({a{1,2},b})", "f(a1)|f(a2)|f(b)")]
    [InlineData("bool operator {==,<,<=,>}(T a)", "bool operator ==(T a)|bool operator <(T a)|bool operator <=(T a)|bool operator >(T a)")]
    [InlineData("int {a,b} { get; set; }", "int a { get; set; }|int b { get; set; }")]
    public void EveryAlternativeIsALineOfItsOwn(string line, string expected) =>
        Assert.Equal(expected.Split(expected.Contains('~') ? '~' : '|'), Alternatives.Expand(line));
}
