using System.Reflection;

namespace Repro.Compat.Tests.Contracts
{
    public sealed class OfficialSurfaceTests
    {
        /// <summary>The surface of the types below, written as that of an official assembly is.</summary>
        private static readonly string Text = SurfaceText.Write(Assembly.GetExecutingAssembly(), "…");

        [Fact]
        public void ASurfaceIsItsOwn()
        {
            var surface = OfficialSurface.Parse(Text);

            Assert.Empty(surface.Beyond([typeof(Sampled.Shape), typeof(Sampled.Square), typeof(Sampled.Corners)]));
            Assert.Empty(surface.Lacking([typeof(Sampled.Shape), typeof(Sampled.Square), typeof(Sampled.Corners)]));
        }

        [Theory]
        [InlineData(
            "Sampled.Shape: abstract class : System.IDisposable", "Sampled.Shape: sealed class : System.IDisposable",
            "Sampled.Shape is abstract class, not sealed class")]
        [InlineData(
            "Sampled.Square: class : Sampled.Shape; System.IDisposable", "Sampled.Square: class : System.IDisposable",
            "Sampled.Square : Sampled.Shape")]
        [InlineData(
            "  virtual double area(int digits = 2)", "  double area(int digits = 2)", "Sampled.Shape: virtual double area(int digits = 2)")]
        [InlineData("  protected virtual void Grow()", "  virtual void Grow()", "Sampled.Shape: protected virtual void Grow()")]
        [InlineData(
            "!!0 like``1(!!0 other) where !!0 : new(), Shape", "!!0 like``1(!!0 other) where !!0 : Shape",
            "Sampled.Shape: !!0 like``1(!!0 other) where !!0 : new(), Shape")]
        [InlineData(
            "double ratio(double other, char unit = 'm')", "double ratio(double to, char unit = 'm')",
            "Sampled.Square: double ratio(double other, char unit = 'm')")]
        [InlineData("Sampled.Corners: enum", "Sampled.Edges: enum", "type Sampled.Corners")]
        public void WhatATypeHasBeyondIsNamed(string official, string otherwise, string expected)
        {
            Assert.Contains(official, Text, StringComparison.Ordinal);

            var surface = OfficialSurface.Parse(Text.Replace(official, otherwise, StringComparison.Ordinal));

            Assert.Equal(
                expected.Split('|'),
                surface.Beyond([typeof(Sampled.Corners), typeof(Sampled.Shape), typeof(Sampled.Square)]).Order(StringComparer.Ordinal));
        }

        [Fact]
        public void WhatCanBeOverriddenThereNeedNotBeHere() =>
            Assert.Empty(
                OfficialSurface.Parse(Text.Replace("  void Dispose()\n", "  virtual void Dispose()\n")).Beyond([typeof(Sampled.Shape)]));

        [Fact]
        public void OverloadsAreLackingWhereTheNameIsThere()
        {
            var text = Text.Replace(
                "  virtual double area(int digits = 2)\n",
                "  virtual double area(int digits = 2)\n  virtual double area(long[] of)\n  void turn()\n");

            Assert.Equal(["Sampled.Shape: virtual double area(long[] of)"], OfficialSurface.Parse(text).Lacking([typeof(Sampled.Shape)]));
        }
    }
}

namespace Sampled
{
#pragma warning disable CA1063, CA1816, CA1822 // Types with what a surface says of them.
    public abstract class Shape : IDisposable
    {
        public virtual double area(int digits = 2) => digits;

        public T like<T>(T other)
            where T : Shape, new() => other;

        public void Dispose()
        {
        }

        protected virtual void Grow()
        {
        }
    }

    public class Square : Shape
    {
        public double ratio(double other, char unit = 'm') => other + unit;

        public override double area(int digits = 2) => digits;
    }

    public enum Corners
    {
        None,
        Four = 4,
    }
#pragma warning restore
}
