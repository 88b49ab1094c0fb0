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

        var allowed = Listed(type).Concat(Implied(listed)).ToHashSet(StringComparer.Ordinal);
        return Surface.Of(type)
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

    private static IEnumerable<string> Implied(ContractType type)
    {
        // A class of settable properties is made to be constructed.
        if (type.Members.Any(member => member.StartsWith("set ", StringComparison.Ordinal) || member.StartsWith("init ", StringComparison.Ordinal))
            && !type.Members.Any(member => member.StartsWith("new(", StringComparison.Ordinal) || member.StartsWith("protected new(", StringComparison.Ordinal)))
        {
            yield return "new()";
        }

        if (type.Heading.Contains("IDisposable", StringComparison.Ordinal))
        {
            yield return "void Dispose()";
        }
    }
}
