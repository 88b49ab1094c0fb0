using System.Reflection;

namespace Repro.Compat.Tests.Contracts;

/// <summary>Finds what an assembly offers and its contract does not list.</summary>
internal sealed class SurfaceComparison(Contract contract)
{
    /// <summary>Unlisted public types and members, one a line; those of this repository's own namespaces are not looked at.</summary>
    public IReadOnlyList<string> Unlisted(Assembly assembly) =>
        Unlisted(assembly.GetExportedTypes().Where(type => !IsOurs(type)));

    public IReadOnlyList<string> Unlisted(IEnumerable<Type> types) =>
        [.. types.OrderBy(ReflectedType.Key, StringComparer.Ordinal).SelectMany(Unlisted)];

    private static bool IsOurs(Type type) =>
        type.Namespace is "Repro" || type.Namespace?.StartsWith("Repro.", StringComparison.Ordinal) == true;

    private IEnumerable<string> Unlisted(Type type)
    {
        var key = ReflectedType.Key(type);
        if (!contract.Types.TryGetValue(key, out var listed))
        {
            return [$"type {key}"];
        }

        var allowed = Listed(type).Concat(Implied(listed, type)).ToHashSet(StringComparer.Ordinal);
        return Surface.Of(type)
            .Select(Signature.Plain)
            .Where(member => !allowed.Contains(member))
            .Order(StringComparer.Ordinal)
            .Select(member => $"{key}: {member}");
    }

    // A member may stand on a derived type that the contract lists on a base type or an interface.
    private IEnumerable<string> Listed(Type type)
    {
        IEnumerable<Type> types = [.. SelfAndBases(type), .. type.GetInterfaces()];
        return types.SelectMany(each => contract.Types.GetValueOrDefault(ReflectedType.Key(each))?.Members ?? []);
    }

    private static IEnumerable<Type> SelfAndBases(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    // What follows from the heading and from the kind of the type.
    private static IEnumerable<string> Implied(ContractType listed, Type type)
    {
        // A class of settable properties is made to be constructed.
        if (Has(listed, "set ", "init ") && !Has(listed, "new(", "protected new("))
        {
            yield return "new()";
        }

        if (listed.Heading.Contains("IDisposable", StringComparison.Ordinal))
        {
            yield return "void Dispose()";
            yield return "protected void Dispose(bool disposing)";
        }

        if (listed.Heading.Contains("IEnumerable<", StringComparison.Ordinal))
        {
            foreach (var sequence in type.GetInterfaces().Where(IsSequence))
            {
                yield return $"IEnumerator<{ReflectedType.Write(sequence.GetGenericArguments()[0])}> GetEnumerator()";
            }
        }
    }

    private static bool Has(ContractType type, params string[] starts) =>
        type.Members.Any(member => starts.Any(start => member.StartsWith(start, StringComparison.Ordinal)));

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);
}
