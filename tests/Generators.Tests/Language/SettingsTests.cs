using Repro.Generators.Language;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary;

namespace Repro.Generators.Tests.Language;

/// <summary>Declared keys.</summary>
public class SettingsTests
{
    private static readonly Key<long> Size = Key.Required("size", Ranges.Size, "A size.", "3");

    private static readonly Key<decimal> Slope = Key.Optional("slope", Ranges.Slope, "0.5", "A slope.", "1");

    private static readonly Key<long> Step = Key.Optional("step", Ranges.Step, "A step.", "1");

    [Fact]
    public void AGivenKeyHasItsValue()
    {
        var settings = Read("{ size: 3, slope: 1, step: 2 }");
        Assert.False(settings.Failed);
        Assert.Equal((3, 1, 2), (settings.Get(Size), settings.Get(Slope), settings.Get(Step)));
    }

    [Fact]
    public void AnAbsentKeyHasItsDefaultIfThereIsOne()
    {
        var settings = Read("{ size: 3 }");
        Assert.False(settings.Failed);
        Assert.Equal(0.5m, settings.Get(Slope));
        Assert.Null(settings.Find(Step));
    }

    [Theory]
    [InlineData("{ slope: 1 }")]
    [InlineData("{ size: 3, slope: 2 }")]
    [InlineData("{ size: 3, other: 2 }")]
    public void WhatIsWrongFails(string yaml) => Assert.True(Read(yaml).Failed);

    [Fact]
    public void AnUndeclaredKeyCannotBeRead() =>
        Assert.Throws<KeyNotFoundException>(() => Read("{ size: 3 }").Find(Key.Required("other", Ranges.Size, "Another.", "1")));

    [Fact]
    public void ADefaultThatItsTypeDoesNotAllowIsAMistakeOfTheDeclaration() =>
        Assert.Throws<InvalidOperationException>(() => Key.Optional("slope", Ranges.Slope, "7", "A slope.", "1").Absent(default));

    private static Settings Read(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        var mapping = (YamlMapping)YamlComposer.Compose(new("test.yaml", yaml), diagnostics)!;
        return new(mapping.Place, mapping, [Size, Slope, Step], diagnostics);
    }
}
