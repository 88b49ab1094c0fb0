namespace Repro.Runtime.Tests.Fixtures;

/// <summary>The same with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ExactTheoryAttribute : TheoryAttribute
{
    public ExactTheoryAttribute() => Skip = ExactFactAttribute.WhyNot;
}
