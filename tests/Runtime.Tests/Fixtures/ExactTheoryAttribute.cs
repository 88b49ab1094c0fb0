namespace Repro.Runtime.Tests.Fixtures;

/// <summary>An <see cref="ExactFactAttribute"/> with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ExactTheoryAttribute : TheoryAttribute
{
    public ExactTheoryAttribute() => Skip = ExactFactAttribute.WhyNot;
}
