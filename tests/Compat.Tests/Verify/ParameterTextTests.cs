namespace Repro.Compat.Tests.Snapshots;

public sealed class ParameterTextTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "null" },
        { true, "True" },
        { 1.5, "1.5" },
        { -1e-3f, "-0.001" },
        { "a/b:c", "a-b-c" },
        { DayOfWeek.Monday, "Monday" },
        { Enumerable.Range(1, 2), "1,2" },
        { Enumerable.Empty<int>(), "[]" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void AValueIsWrittenForAFileName(object? value, string expected)
    {
        var settings = new VerifySettings();
        settings.UseParameters(value);

        Assert.Equal($"_parameter={expected}", ParameterText.Of(Method, settings.Name));
    }

    [Fact]
    public void AnArrayPassedTypedIsOneValue()
    {
        var settings = new VerifySettings();
        settings.UseParameters<int>([1, 2]);

        Assert.Equal("_parameter=1,2", ParameterText.Of(Method, settings.Name));
    }

    private static System.Reflection.MethodInfo Method => ((Action<object?>)Sample).Method;

    private static void Sample(object? parameter) => _ = parameter;
}
