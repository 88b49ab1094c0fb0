using System.Reflection;
using Microsoft.CodeAnalysis;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Tests.Documentation;

/// <summary>Every diagnostic, and the page that explains it.</summary>
internal static class DiagnosticPages
{
    /// <summary>The diagnostics in the order of their ids.</summary>
    public static readonly DiagnosticDescriptor[] All =
    [
        .. typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];
}
