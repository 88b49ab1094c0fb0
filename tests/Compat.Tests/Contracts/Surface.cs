using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Repro.Compat.Tests.Contracts;

/// <summary>The members of an assembly that its users see, as <see cref="Signature"/> writes them.</summary>
internal static class Surface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["op_Addition"] = "+", ["op_Subtraction"] = "-", ["op_Multiply"] = "*", ["op_Division"] = "/", ["op_Modulus"] = "%",
        ["op_UnaryNegation"] = "-", ["op_UnaryPlus"] = "+", ["op_Equality"] = "==", ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<", ["op_LessThanOrEqual"] = "<=", ["op_GreaterThan"] = ">", ["op_GreaterThanOrEqual"] = ">=",
    };

    /// <summary>What kind of type it is, and after a colon its base types and interfaces, those that it inherits among them.</summary>
    public static string Heading(Type type) =>
        string.Join(" : ", new[] { Kind(type), string.Join("; ", Bases(type)) }.Where(part => part.Length > 0));

    /// <summary>All base types and interfaces, but for what every type of its kind has.</summary>
    public static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate)))
        {
            return [];
        }

        List<Type> types = [];
        for (var current = type.BaseType; current is not null && current != typeof(object) && current != typeof(ValueType); current = current.BaseType)
        {
            types.Add(current);
        }

        types.AddRange(type.GetInterfaces().Where(each => each.IsVisible).OrderBy(ReflectedType.Key, StringComparer.Ordinal));
        return types.Select(ReflectedType.Base);
    }

    public static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsSubclassOf(typeof(Delegate)) ? "delegate"
        : type.IsInterface ? "interface"
        : type.IsValueType ? type.IsByRefLike ? "ref struct" : "struct"
        : type.IsAbstract && type.IsSealed ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";

    /// <summary>The members that a type declares, those that override an inherited one aside.</summary>
    public static IEnumerable<string> Of(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => Signature.EnumValue(
                field.Name, Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture).ToString(
                    CultureInfo.InvariantCulture)));
        }

        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return [Method(type.GetMethod("Invoke")!)];
        }

        return
        [
            .. type.GetConstructors(Declared).Where(member => !member.IsStatic && IsSeen(type, member)).Select(Constructor),
            .. type.GetMethods(Declared).Where(member => IsSeen(type, member) && !IsAccessor(member) && !IsOverride(member)).Select(Method),
            .. type.GetProperties(Declared).SelectMany(property => Accessors(type, property)),
            .. type.GetEvents(Declared).Where(member => IsSeen(type, member.AddMethod!)).Select(member => $"event {member.Name}"),
            .. type.GetFields(Declared).Where(field => field.IsPublic || (IsOpen(type) && field.IsFamily)).Select(Field),
        ];
    }

    private static bool IsOpen(Type type) => !type.IsSealed;

    private static bool IsSeen(Type type, MethodBase member) =>
        member.IsPublic || (IsOpen(type) && (member.IsFamily || member.IsFamilyOrAssembly));

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition() != method;

    // What can be overridden is virtual here, with a body or without.
    private static string Modifiers(MethodBase member) =>
        (member.IsStatic ? "static " : "")
        + (member.IsPublic ? "" : "protected ")
        + (member.IsVirtual && !member.IsFinal && IsOpen(member.DeclaringType!) && !member.DeclaringType!.IsInterface ? "virtual " : "");

    private static string Constructor(ConstructorInfo constructor) =>
        Signature.Constructor(Modifiers(constructor), constructor.GetParameters().Select(Parameter));

    private static string Method(MethodInfo method)
    {
        var returns = ReflectedType.Write(method.ReturnType, method.ReturnParameter);
        var parameters = method.GetParameters().Select(Parameter).ToList();
        if (method.IsDefined(typeof(ExtensionAttribute), inherit: false))
        {
            parameters[0] = $"this {parameters[0]}";
        }

        if (method.DeclaringType!.IsSubclassOf(typeof(Delegate)))
        {
            return Signature.Method("", returns, method.Name, 0, parameters);
        }

        if (method.Name is "op_Implicit" or "op_Explicit")
        {
            return Signature.Conversion(method.Name == "op_Implicit" ? "implicit" : "explicit", returns, parameters);
        }

        var name = Operators.TryGetValue(method.Name, out var symbol) ? $"operator {symbol}" : method.Name;
        return Signature.Method(Modifiers(method), returns, name, method.GetGenericArguments().Length, parameters)
            + string.Concat(method.GetGenericArguments().Select(Constraint));
    }

    private static string Constraint(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        List<string> words = [];
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            words.Add("class");
        }

        if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            words.Add("struct");
        }
        else if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            words.Add("new()");
        }

        words.AddRange(
            parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(type => ReflectedType.Write(type)));
        return words.Count > 0 ? $" where {ReflectedType.Write(parameter)} : {string.Join(", ", words)}" : "";
    }

    private static IEnumerable<string> Accessors(Type type, PropertyInfo property)
    {
        var indices = property.GetIndexParameters().Select(Parameter).ToList();
        var written = ReflectedType.Write(property.PropertyType, property);
        foreach (var accessor in property.GetAccessors(nonPublic: true))
        {
            if (IsSeen(type, accessor) && !IsOverride(accessor))
            {
                var name = indices.Count > 0 ? "this" : property.Name;
                yield return Signature.Accessor(Modifiers(accessor), Kind(property, accessor), written, name, indices);
            }
        }
    }

    private static string Kind(PropertyInfo property, MethodInfo accessor) =>
        accessor == property.GetMethod ? "get"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init"
        : "set";

    private static string Field(FieldInfo field) => Signature.Field(
        (field.IsStatic ? "static " : "") + (field.IsPublic ? "" : "protected "),
        ReflectedType.Write(field.FieldType, field),
        field.Name);

    private static string Parameter(ParameterInfo parameter)
    {
        var modifiers = parameter.IsDefined(typeof(ParamArrayAttribute))
            || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
            : !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : "ref ";
        return Signature.Parameter(
            modifiers,
            ReflectedType.Write(parameter.ParameterType, parameter),
            parameter.Name,
            parameter.HasDefaultValue ? Default(parameter) : null);
    }

    private static string Default(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.RawDefaultValue switch
        {
            null => parameter.ParameterType.IsValueType && type == parameter.ParameterType ? "default" : "null",
            string text => $"\"{text}\"",
            bool truth => truth ? "true" : "false",
            char letter => $"'{letter}'",
            var value when type.IsEnum => Enum.GetName(type, value) ?? value.ToString()!,
            IFormattable number => Signature.Number(number.ToString(null, CultureInfo.InvariantCulture)),
            var value => value.ToString()!,
        };
    }
}
