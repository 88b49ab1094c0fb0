using System.Reflection;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>Tells <see cref="Verifier"/> which test is running. The build adds it to test assemblies.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Current = new();

    /// <inheritdoc/>
    public override void Before(MethodInfo info) => Current.Value = info;

    /// <inheritdoc/>
    public override void After(MethodInfo info) => Current.Value = null;

    /// <summary>The method of the running test.</summary>
    /// <exception cref="InvalidOperationException">No test is running, or its assembly lacks this attribute.</exception>
    public static MethodInfo GetMethod() =>
        Current.Value ?? throw new InvalidOperationException(
            "No test is running here. Verify inside a test of a project with ReproUsesVerify=true.");
}
