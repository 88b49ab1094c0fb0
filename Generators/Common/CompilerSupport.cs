namespace System.Runtime.CompilerServices;

/// <summary>The compiler needs it for <c>init</c> setters, and netstandard2.0 lacks it.</summary>
internal static class IsExternalInit;

/// <summary>The compiler needs it for <c>required</c> members, and netstandard2.0 lacks it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;

/// <summary>The compiler needs it for <c>required</c> members, and netstandard2.0 lacks it.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName => featureName;
}
