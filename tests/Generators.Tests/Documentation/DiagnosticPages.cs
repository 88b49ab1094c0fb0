using System.Reflection;
using Microsoft.CodeAnalysis;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Tests.Documentation;

/// <summary>Every diagnostic and its page.</summary>
internal static class DiagnosticPages
{
    /// <summary>The diagnostics, ordered by id.</summary>
    public static readonly DiagnosticDescriptor[] All =
    [
        .. typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];
}
