namespace System.Diagnostics.CodeAnalysis;

/// <summary>The compiler needs it for records with <c>required</c> members, and netstandard2.0 lacks it.</summary>
[AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
