using System.Runtime.CompilerServices;

namespace Repro.Compat.Tests.Contracts;

/// <summary>Writes a type of an assembly the way contracts have it.</summary>
internal sealed class ReflectedType
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char", [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int",
        [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(float)] = "float",
        [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(string)] = "string", [typeof(object)] = "object",
    };

    private readonly Queue<string?> tupleNames;

    private ReflectedType(IEnumerable<string?> tupleNames) => this.tupleNames = new Queue<string?>(tupleNames);

    /// <param name="type">The type.</param>
    /// <param name="attributes">Where the compiler notes the names of tuple elements: the parameter, property or field.</param>
    public static string Write(Type type, System.Reflection.ICustomAttributeProvider? attributes = null)
    {
        var names = attributes?.GetCustomAttributes(typeof(TupleElementNamesAttribute), inherit: false)
            .Cast<TupleElementNamesAttribute>()
            .SelectMany(attribute => attribute.TransformNames);
        return new ReflectedType(names ?? []).Write(type);
    }

    /// <summary>Namespace, outer types and name, separated by dots, as contracts have them.</summary>
    public static string Key(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    /// <summary>A base type or an interface: its <see cref="Key"/>, with its arguments if it has any.</summary>
    public static string Base(Type type) =>
        type.IsGenericType
            ? $"{Key(type)}<{string.Join(", ", type.GetGenericArguments().Select(argument => Write(argument)))}>"
            : Key(type);

    private string Write(Type type)
    {
        if (type.IsByRef)
        {
            return Write(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return $"{Write(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (type.IsGenericParameter)
        {
            return type.DeclaringMethod is null ? $"!{type.GenericParameterPosition}" : $"!!{type.GenericParameterPosition}";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Write(underlying) + "?";
        }

        if (IsTuple(type))
        {
            return Tuple(type.GetGenericArguments());
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        var name = type.Name.Split('`')[0];
        return OwnArguments(type) is { Count: > 0 } arguments ? $"{name}<{string.Join(", ", arguments.Select(Write))}>" : name;
    }

    private static bool IsTuple(Type type) =>
        type.IsGenericType && type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal);

    // The names of all elements come before those of tuples within them.
    private string Tuple(Type[] elements)
    {
        var names = elements.Select(_ => tupleNames.TryDequeue(out var name) ? name : null).ToList();
        return $"({string.Join(", ", elements.Zip(names, (element, name) => name is null ? Write(element) : $"{Write(element)} {name}"))})";
    }

    private static List<Type> OwnArguments(Type type)
    {
        var outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        return [.. type.GetGenericArguments().Skip(outer)];
    }
}
