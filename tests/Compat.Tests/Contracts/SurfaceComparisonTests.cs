using Official;

namespace Repro.Compat.Tests.Contracts
{
    public sealed class SurfaceComparisonTests
    {
        private const string Text = """
            namespace Official
            type Sample : IDisposable (class)
              Sample(long size)
              static int count(int first, double rate = 1E-05, string? name = null)
              long? length { get; set; }
              int? half { get; }
              int field
              (int low, int high) range(bool strict = false)
              U item<U>(params U[] items)
            type Kind
              enum A=0 B=2
            """;

        private static IReadOnlyList<string> Unlisted(string text, params Type[] types) =>
            new SurfaceComparison(Contract.Parse(text)).Unlisted(types);

        [Fact]
        public void ATypeAsItsContractListsItPasses() => Assert.Empty(Unlisted(Text, typeof(Sample), typeof(Kind)));

        [Theory]
        [InlineData("int first", "int start", "Official.Sample: static int count(int first, double rate = 1E-05, string name = null)")]
        [InlineData("1E-05", "1E-06", "Official.Sample: static int count(int first, double rate = 1E-05, string name = null)")]
        [InlineData(
            "int first, double rate = 1E-05", "double rate = 1E-05, int first",
            "Official.Sample: static int count(int first, double rate = 1E-05, string name = null)")]
        [InlineData(
            "static int count", "static long count",
            "Official.Sample: static int count(int first, double rate = 1E-05, string name = null)")]
        [InlineData(
            "static int count", "int count", "Official.Sample: static int count(int first, double rate = 1E-05, string name = null)")]
        [InlineData("Sample(long size)", "Sample(int size)", "Official.Sample: new(long size)")]
        [InlineData("{ get; set; }", "{ get; }", "Official.Sample: set long? length")]
        [InlineData("long? length", "long length", "Official.Sample: get long? length|Official.Sample: set long? length")]
        [InlineData("int field", "long field", "Official.Sample: field int field")]
        [InlineData("int high", "int top", "Official.Sample: (int low, int high) range(bool strict = False)")]
        [InlineData("params U[]", "U[]", "Official.Sample: !!0 item``1(params !!0[] items)")]
        [InlineData("B=2", "B=1", "Official.Kind: B=2")]
        [InlineData("type Kind", "type Other", "type Official.Kind")]
        [InlineData(": IDisposable ", "", "Official.Sample: void Dispose()")]
        public void AMemberThatDiffersIsReported(string listed, string otherwise, string expected)
        {
            Assert.Contains(listed, Text, StringComparison.Ordinal);

            Assert.Equal(
                expected.Replace("False", "false").Split('|'),
                Unlisted(Text.Replace(listed, otherwise, StringComparison.Ordinal), typeof(Sample), typeof(Kind)));
        }

        [Fact]
        public void AListedMemberMayBeMissing() =>
            Assert.Empty(Unlisted(Text + "\ntype Sample\n  void more()\n", typeof(Sample)));

        [Fact]
        public void AMemberMayBeListedOnABaseType() =>
            Assert.Empty(Unlisted("namespace Official\ntype Base\n  void run()\ntype Derived : Base\n  Derived()", typeof(Derived)));

        [Fact]
        public void ASequenceMayBeEnumerated()
        {
            Assert.Empty(Unlisted("namespace Official\ntype Sequence : IEnumerable<int>\n  Sequence()", typeof(Sequence)));
            Assert.Equal(
                ["Official.Sequence: IEnumerator<int> GetEnumerator()"],
                Unlisted("namespace Official\ntype Sequence\n  Sequence()", typeof(Sequence)));
        }

        [Fact]
        public void AClassOfSettablePropertiesMayBeConstructed() =>
            Assert.Empty(Unlisted("namespace Official\ntype Options\n  int size { get; init; }", typeof(Options)));
    }
}

namespace Official
{
#pragma warning disable CA1051, CA1822, CA1710, CA1715, CA1805 // A type with every kind of member.
    public sealed class Sample(long size) : IDisposable
    {
        public int field = (int)size;

        public long? length { get; set; } = size;

        public int? half => (int)(size / 2);

        public static int count(int first, double rate = 1E-05, string? name = null) => first + (int)rate + (name?.Length ?? 0);

        public (int low, int high) range(bool strict = false) => (strict ? 1 : 0, field);

        public U item<U>(params U[] items) => items[0];

        public override string ToString() => "";

        public void Dispose()
        {
        }
    }

    public enum Kind
    {
        A,
        B = 2,
    }

    public class Base;

    public sealed class Derived : Base
    {
        public void run()
        {
        }
    }

    public sealed class Sequence : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => Enumerable.Empty<int>().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public sealed class Options
    {
        public int size { get; init; }
    }
#pragma warning restore
}
